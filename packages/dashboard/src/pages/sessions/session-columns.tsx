import type { SessionSummary } from '@sightline/protocol';
import { Address } from '../../session/address.tsx';
import { browserOf } from '../../session/browser-of.ts';
import { dataSummary } from '../../session/data-summary.ts';
import { NotCountedBadge } from '../../session/not-counted-badge.tsx';
import { sessionName } from '../../session/session-name.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { Instant } from '../../time/instant.tsx';
import { LiveDot } from '../../ui/live-dot.tsx';
import type { Column } from '../../ui/table/column.ts';
import type { SessionColumnId } from './columns/column-ids.ts';
import { moreThanDuration } from './more-than-duration.ts';

type SessionColumn = Column<SessionSummary> & { id: SessionColumnId };
type Place = Pick<SessionColumn, 'px' | 'from'>;

const { columns: title, meaning } = text.sessions;

const instant = (id: 'startedAt' | 'lastAt', place: Place = {}): SessionColumn => ({
  id,
  title: title[id],
  px: 108,
  cell: (session) => <Instant at={session[id]} />,
  copied: (session) => new Date(session[id]).toISOString(),
  ...place,
});

const length = (id: 'durationMs' | 'openMs' | 'visibleMs' | 'activeMs', place: Place = {}): SessionColumn => ({
  id,
  title: title[id],
  meaning: id === 'durationMs' ? meaning[id] : `${meaning[id]} ${meaning.fromBefore}`,
  px: 78,
  numeric: true,
  cell: (session) => <Length ms={session[id]} durationMs={session.durationMs} />,
  copied: (session) => session[id] ?? '',
  ...place,
});

const counted = (id: 'events' | 'clicks' | 'pageViews' | 'tabs', place: Place = {}): SessionColumn => ({
  id,
  title: title[id],
  px: 66,
  numeric: true,
  cell: (session) => text.number(session[id]),
  copied: (session) => session[id],
  ...place,
});

/** The session list's columns, and how wide the list must be for those that can be done without. */
export const SESSION_COLUMNS: readonly SessionColumn[] = [
  {
    id: 'session',
    title: title.session,
    px: 132,
    cell: (session) => (
      <>
        <LiveDot live={session.live} />
        <span className="mono cut" title={session.ref}>
          {sessionName(session)}
        </span>
        <NotCountedBadge notCounted={session.notCounted} iconOnly />
      </>
    ),
    copied: ({ id }) => id,
  },
  instant('startedAt'),
  instant('lastAt', { from: 1_340 }),
  length('durationMs', { px: 82 }),
  length('openMs', { from: 1_340 }),
  length('visibleMs', { from: 1_150 }),
  length('activeMs', { from: 600 }),
  counted('events', { from: 420 }),
  counted('clicks', { px: 64, from: 600 }),
  counted('pageViews', { from: 600 }),
  counted('tabs', { px: 58, from: 1_150 }),
  {
    id: 'entryUrl',
    title: title.entryUrl,
    px: 100,
    wide: 0.7,
    from: 600,
    cell: ({ entryUrl }) => (
      <span className="cut" title={entryUrl}>
        <Address url={entryUrl} />
      </span>
    ),
    copied: ({ entryUrl }) => entryUrl,
  },
  {
    id: 'browser',
    title: title.browser,
    px: 148,
    from: 920,
    cell: ({ agent }) => (
      <span className="cut quiet" title={agent}>
        {browserOf(agent).short}
      </span>
    ),
    copied: ({ agent }) => browserOf(agent).short,
  },
  {
    id: 'data',
    title: title.data,
    px: 130,
    wide: 1.6,
    from: 920,
    cell: ({ applicationSpecificData }) => (
      <span className="cut quiet" title={JSON.stringify(applicationSpecificData, undefined, 1)}>
        {dataSummary(applicationSpecificData)}
      </span>
    ),
    copied: ({ applicationSpecificData }) => JSON.stringify(applicationSpecificData),
  },
];

/** A time, or that the session's client told none. */
function Length({ ms, durationMs }: { ms: number | null; durationMs: number }) {
  if (ms !== null) return <span title={moreThanDuration(ms, durationMs)}>{formatDuration(ms)}</span>;
  return (
    <span className="quiet" title={text.sessions.noPresence}>
      –
    </span>
  );
}
