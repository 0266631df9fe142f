import { FRESH, NO_SESSION } from './fresh-sessions.ts';
import { UNKNOWN, type KnownSessions } from './known-sessions.ts';
import { presenceOf, type PresenceTimes } from './presence-times.ts';
import { sessionRows, type SessionColumns } from './session-columns.ts';
import { LOSS_COLUMNS, sessionLosses, type LossColumn } from './session-losses.ts';
import { CLICK_COLUMNS, sessionWays, WAY_COLUMNS, type ClickColumn, type WayColumn } from './session-ways.ts';

/** What can be asked of a session. */
export type SessionColumn =
  | Exclude<keyof SessionColumns, 'flight' | 'session'>
  | 'arrivedAt'
  | keyof PresenceTimes
  | WayColumn
  | ClickColumn
  | LossColumn;

/**
 * A table of a flight's sessions, a row each, as everything that is stored tells them at this moment: most are read as they were folded
 * (`migrations/0021-sessions.ts`), those of which something came since are put together. One statement sees the same state of `sessions` wherever it
 * names it, so none is missing or twice while others are folded.
 */
export function sessionTable(columns: readonly SessionColumn[], { areSomeFresh, areSomeForeign }: KnownSessions = UNKNOWN): string {
  const wanted = [...new Set(columns)];
  // What foreign clients tell is on no way that is kept.
  const withForeign = areSomeForeign && wanted.some(isOfWay);
  const left = [...(areSomeFresh ? [FRESH] : []), ...(withForeign ? [`dialect != 'native'`] : [])];
  const select = `SELECT session${wanted.map((column) => `, ${WORKED_OUT[column] ?? column} AS ${column}`).join('')}
    FROM sessions FINAL WHERE flight = {flight:String} AND session != ${NO_SESSION}`;
  if (left.length === 0) return `(${select})`;
  const others = `(SELECT session FROM tabs WHERE flight = {flight:String} AND (${left.join(' OR ')}))`;
  return `(
    ${select} AND session NOT IN ${others}
    UNION ALL
    SELECT session${wanted.map((column) => `, ${column}`).join('')} FROM ${unfolded(`flight = {flight:String} AND session IN ${others}`, wanted)})`;
}

/** The same of some sessions, put together out of what is stored of their tabs; `which` is a condition on flight and session. */
export function unfolded(which: string, columns: readonly SessionColumn[]): string {
  const presence = columns.some(isOfPresence)
    ? `LEFT JOIN (SELECT session, ${PRESENCE.join(', ')} FROM presence_times WHERE ${which} GROUP BY session) AS presence USING (session)`
    : '';
  const withClicks = columns.some(isOfClicks);
  const way = withClicks || columns.some(isOfWay) ? `LEFT JOIN ${sessionWays(which, { withClicks })} AS way USING (session)` : '';
  const losses = columns.some(isOfLosses) ? `LEFT JOIN ${sessionLosses(which)} AS losses USING (session)` : '';
  return `(
    SELECT * REPLACE (CAST(dialect AS LowCardinality(String)) AS dialect, CAST(agent AS LowCardinality(String)) AS agent)
    FROM (${sessionRows(which)}) AS of ${presence} ${way} ${losses})`;
}

const PRESENCE_COLUMNS = ['openMs', 'visibleMs', 'focusedMs', 'activeMs'] as const;
const PRESENCE = PRESENCE_COLUMNS.map((time) => presenceOf(time).replace(/^(.*) AS/, 'CAST($1 AS Nullable(Int64)) AS'));

const isOfPresence = (column: SessionColumn): boolean => PRESENCE_COLUMNS.some((each) => each === column);
const isOfWay = (column: SessionColumn): boolean => WAY_COLUMNS.some((each) => each === column);
const isOfClicks = (column: SessionColumn): boolean => CLICK_COLUMNS.some((each) => each === column);
const isOfLosses = (column: SessionColumn): boolean => LOSS_COLUMNS.some((each) => each === column);

/** How a column is told by what is kept, where it is not kept as it is. */
const WORKED_OUT: Partial<Record<SessionColumn, string>> = {
  lastSeenAt: 'startedAt + durationMs',
  receivedAt: 'startedAt + durationMs + receivedAfterMs',
  arrivedAt: 'startedAt + arrivedAfterMs',
  visibleMs: 'openMs - hiddenMs',
  focusedMs: 'openMs - hiddenMs - unfocusedMs',
  activeMs: 'openMs - hiddenMs - unfocusedMs - idleMs',
  wayIsView: `arrayMap(name -> name = 'pageView', wayNames)`,
  clickNames: '`click.name`',
  clickPaths: '`click.path`',
  clickAt: 'arrayMap(after -> startedAt + after, arrayCumSum(`click.after`))',
  clickPlaces: '`click.place`',
  expected: 'toInt64(events) - unnumbered + expectedMore',
  stored: 'toUInt64(events - unnumbered)',
};
