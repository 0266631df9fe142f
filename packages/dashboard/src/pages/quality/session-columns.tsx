import type { QualitySession } from '@sightline/protocol';
import { sessionName } from '../../session/session-name.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { LiveDot } from '../../ui/live-dot.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { StateMark } from './state-mark.tsx';
import styles from './quality.module.css';

const words = text.quality;
const title = words.columns;

const counted = (id: 'expected' | 'stored' | 'missing' | 'refused' | 'dropped' | 'chunksMissing', bad = true): Column<QualitySession> => ({
  id,
  title: title[id],
  cell: (row) => (bad && row[id] === 0 ? <span className="quiet">–</span> : <span data-bad={bad}>{text.number(row[id])}</span>),
  copied: (row) => row[id],
  numeric: true,
  px: id === 'chunksMissing' ? 116 : 84,
});

const signsOf = ({ trackerFailures, clockJumps, untrustedClicks }: QualitySession): string =>
  [
    ...(trackerFailures > 0 ? [words.failures(trackerFailures)] : []),
    ...(clockJumps > 0 ? [words.jumps(clockJumps)] : []),
    ...(untrustedClicks > 0 ? [words.untrusted(untrustedClicks)] : []),
  ].join(', ');

/** What is told of a session that somebody should look at. */
export const QUALITY_COLUMNS: readonly Column<QualitySession>[] = [
  {
    id: 'session',
    title: title.session,
    cell: (session) => (
      <span className={styles.session} title={session.ref}>
        <LiveDot live={session.live} />
        <span className="mono">{sessionName(session)}</span>
      </span>
    ),
    copied: ({ session }) => session,
  },
  {
    id: 'state',
    title: title.state,
    cell: ({ state }) => <StateMark state={state} />,
    copied: ({ state }) => words.states[state],
    px: 180,
  },
  counted('missing'),
  counted('refused'),
  counted('dropped'),
  counted('chunksMissing'),
  counted('expected', false),
  counted('stored', false),
  {
    id: 'tabs',
    title: title.tabsIncomplete,
    cell: ({ tabs, tabsIncomplete }) => words.tabs(tabsIncomplete, tabs),
    copied: ({ tabs, tabsIncomplete }) => words.tabs(tabsIncomplete, tabs),
  },
  { id: 'signs', title: title.signs, cell: signsOf, copied: signsOf, wide: true },
  {
    id: 'flags',
    title: title.flags,
    cell: ({ flags }) => <span className="mono quiet">{flags.join(', ')}</span>,
    copied: ({ flags }) => flags.join(', '),
    px: 120,
  },
  {
    id: 'startedAt',
    title: title.startedAt,
    cell: ({ startedAt }) => <Instant at={startedAt} />,
    copied: ({ startedAt }) => new Date(startedAt).toISOString(),
  },
];
