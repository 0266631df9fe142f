import type { Live, LiveSession } from '@sightline/protocol';
import { IconAlertTriangle } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import styles from './page.module.css';

const words = text.monitor;

/** A line for everybody who is here; it changes in place. */
export function LiveTable({ live: { sessions, at } }: { live: Live }) {
  return (
    <DataTable
      table="live"
      label={words.who}
      columns={columnsAt(at)}
      // By arrival in the session, so that lines do not change places while they are read.
      rows={sessions.toSorted((one, other) => other.startedAt - one.startedAt || one.id.localeCompare(other.id))}
      rowKey={({ id }) => id}
      linkOf={({ id }) => ({ to: '/sessions/$id', params: { id }, search: {} })}
    />
  );
}

const whoOf = ({ participant, visitor, id }: LiveSession): string => participant ?? words.visitor((visitor ?? id).slice(0, 8));

const columnsAt = (at: number): readonly Column<LiveSession>[] => [
  { id: 'who', title: words.whoColumn, px: 124, cell: whoOf, copied: whoOf },
  {
    id: 'condition',
    title: words.condition,
    px: 128,
    from: 640,
    cell: ({ condition, step }) => (
      <span className="cut">
        {condition ?? '–'}
        {step === null ? null : <span className="quiet"> · {step}</span>}
      </span>
    ),
    copied: ({ condition }) => condition ?? '',
  },
  {
    id: 'page',
    title: words.page,
    px: 108,
    wide: true,
    cell: ({ url }) => (
      <span className="cut" title={url}>
        {pathOf(url)}
      </span>
    ),
    copied: ({ url }) => url,
  },
  {
    id: 'last',
    title: words.last,
    px: 176,
    from: 420,
    cell: ({ lastEvent, lastAt }) => (
      <span className="cut">
        {lastEvent} <span className="quiet">{words.since(Math.max(0, at - lastAt))}</span>
      </span>
    ),
    copied: ({ lastEvent }) => lastEvent,
  },
  {
    id: 'here',
    title: words.here,
    px: 128,
    from: 640,
    cell: ({ startedAt, isIdle }) => (
      <span>
        {hereFor(at - startedAt)} <span className={isIdle ? 'quiet' : styles.active}>{isIdle ? words.idle : words.active}</span>
      </span>
    ),
    copied: ({ startedAt }) => Math.max(0, at - startedAt),
  },
  {
    id: 'arrival',
    title: words.arrival,
    px: 120,
    from: 800,
    cell: ({ lagMs, missing }) => (
      <span>
        {lagMs === null ? '–' : words.lag(lagMs)}
        {missing > 0 ? <span className={styles.bad}> {words.missing(missing)}</span> : null}
      </span>
    ),
    copied: ({ lagMs }) => lagMs ?? '',
  },
  { id: 'flags', title: words.flags, px: 124, cell: flagsOf, copied: ({ rageClicks, errors }) => rageClicks + errors },
];

function flagsOf({ rageClicks, errors }: LiveSession) {
  const flags = [...(rageClicks > 0 ? [text.monitor.rage(rageClicks)] : []), ...(errors > 0 ? [text.monitor.errors(errors)] : [])];
  if (flags.length === 0) return '–';
  return (
    <span className={styles.bad}>
      <IconAlertTriangle size={14} aria-hidden /> {flags.join(', ')}
    </span>
  );
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url);

/** Whole seconds: a number that changes every two seconds needs no tenths. */
const hereFor = (ms: number): string => (ms < 60_000 ? text.monitor.seconds(Math.max(0, ms)) : formatDuration(ms));
