import type { SessionSummary } from '@sightline/protocol';
import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import { LiveDot } from '../../ui/live-dot.tsx';
import { browserOf } from '../../session/browser-of.ts';
import { dataSummary } from '../../session/data-summary.ts';
import { sessionName } from '../../session/session-name.ts';
import { Address } from '../../session/address.tsx';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { Instant } from '../../time/instant.tsx';

/** The server sorts; the table only needs to know by what. */
export const sessionFeatures = tableFeatures({ rowSortingFeature });

const column = createColumnHelper<typeof sessionFeatures, SessionSummary>();
const title = text.sessions.columns;

/** The session list's columns; those whose id the protocol sorts by have a sorting header. */
export const sessionColumns = column.columns([
  column.display({
    id: 'session',
    header: title.session,
    cell: ({ row: { original: session } }) => (
      <>
        <LiveDot live={session.live} />
        <span className="mono cut" title={session.ref}>
          {sessionName(session)}
        </span>
      </>
    ),
  }),
  column.accessor('startedAt', { header: title.startedAt, cell: ({ getValue }) => <Instant at={getValue()} /> }),
  column.accessor('lastAt', { header: title.lastAt, cell: ({ getValue }) => <Instant at={getValue()} /> }),
  column.accessor('durationMs', { header: title.durationMs, cell: ({ getValue }) => formatDuration(getValue()) }),
  column.accessor('openMs', { header: title.openMs, cell: ({ getValue }) => <PresenceTime ms={getValue()} /> }),
  column.accessor('visibleMs', { header: title.visibleMs, cell: ({ getValue }) => <PresenceTime ms={getValue()} /> }),
  column.accessor('activeMs', { header: title.activeMs, cell: ({ getValue }) => <PresenceTime ms={getValue()} /> }),
  column.accessor('events', { header: title.events, cell: ({ getValue }) => text.number(getValue()) }),
  column.accessor('clicks', { header: title.clicks, cell: ({ getValue }) => text.number(getValue()) }),
  column.accessor('pageViews', { header: title.pageViews, cell: ({ getValue }) => text.number(getValue()) }),
  column.accessor('tabs', { header: title.tabs, cell: ({ getValue }) => text.number(getValue()) }),
  column.accessor('entryUrl', {
    header: title.entryUrl,
    cell: ({ getValue }) => (
      <span className="cut" title={getValue()}>
        <Address url={getValue()} />
      </span>
    ),
  }),
  column.display({
    id: 'browser',
    header: title.browser,
    cell: ({ row: { original } }) => (
      <span className="cut quiet" title={original.agent}>
        {browserOf(original.agent).short}
      </span>
    ),
  }),
  column.display({
    id: 'data',
    header: title.data,
    cell: ({ row: { original } }) => (
      <span className="cut quiet" title={JSON.stringify(original.applicationSpecificData, undefined, 1)}>
        {dataSummary(original.applicationSpecificData)}
      </span>
    ),
  }),
]);

/** Columns that hold numbers or times: set to the right, so that digits stand under digits. */
export const NUMERIC_COLUMNS: ReadonlySet<string> = new Set([
  'durationMs',
  'openMs',
  'visibleMs',
  'activeMs',
  'events',
  'clicks',
  'pageViews',
  'tabs',
]);

/** A time of presence, or that the session's client told none. */
function PresenceTime({ ms }: { ms: number | null }) {
  if (ms !== null) return formatDuration(ms);
  return (
    <span className="quiet" title={text.sessions.noPresence}>
      –
    </span>
  );
}
