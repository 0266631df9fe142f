import type { PointKind, SessionFilter } from '@sightline/protocol';
import { ask, type Parameters } from './ask.ts';
import { PLACES_UNTIL } from './gather-places.ts';
import { knownSessions } from './known-sessions.ts';
import { ofGroups } from './of-groups.ts';
import { meansAll } from './of-sessions.ts';
import { COLUMN, ROW, WITHIN } from './place-cells.ts';
import { placedEvents } from './placed-events.ts';
import type { QuestionDeps } from './question.ts';

/** Tables of what sessions did on a page: what was gathered, and what came since. */
export interface HeatSource {
  /**
   * Rows of `page`, `who` (a hash of the session's id, under a name that no column has: conditions would mean it instead of the column), `views`,
   * `clicks`, `moves`, `fixations` and `groups`: sessions that saw the page, some more than once.
   */
  seen: string;
  /** A row for each click, position or fixation, with `path`, `within`, `column`, `row`, `groups`, and `ms` of fixations; only `columns` of these. */
  placed(kind: PointKind, columns: readonly PlaceColumn[]): string;
  /** An array of the paths that those may have; perhaps of others too, as asking which sessions are meant takes longer than reading all. */
  paths(kind: PointKind): string;
  /** Conditions on these rows, one for each group of sessions that it is of. */
  groups: readonly string[];
  parameters: Parameters;
}

export type PlaceColumn = 'who' | 'groups' | 'path' | 'within' | 'column' | 'row' | 'ms';

/** The event that a kind of place is of. */
export const PLACE_EVENTS: Record<PointKind, string> = { click: 'click', move: 'cursorTracking', gaze: 'gaze_fixation' };

/** Which sessions are meant, and of which page. */
export interface HeatQuestion extends SessionFilter {
  /** All pages where left out. */
  path?: string;
  /** A second group of sessions of the same flight; `groups` then tells which a row is of, a bit for each. */
  against?: SessionFilter | undefined;
}

/** What the sessions that a filter means did on a page, or on all where none is named; each event once. */
export async function heatSource(deps: QuestionDeps, { path, against, ...filter }: HeatQuestion): Promise<HeatSource> {
  const page = { flight: filter.flight, ...(path !== undefined && { heatPage: path.endsWith('*') ? path.slice(0, -1) : path }) };
  const ofPage = `flight = {flight:String} AND ${onPage(path)}`;
  const known = (of: SessionFilter) => (meansAll(of) ? undefined : knownSessions(deps, { flight: of.flight, steps: of.sequence }));
  // Asked before all else: what is gathered or loaded later is not in the answer, so nothing is in it twice or missing.
  const [[state], knownOfOne, knownOfOther] = await Promise.all([
    ask<{ until: number; last: number }>(
      deps.engine,
      `WITH ${PLACES_UNTIL} AS gathered SELECT gathered AS until, (SELECT max(arrival) FROM events PREWHERE ${ofPage} AND arrival > gathered) AS last`,
      page,
    ),
    known(against && meansAll(filter) ? against : filter),
    // Whether some did steps that no way tells of differs with the steps; all else is of the flight.
    against?.sequence?.length ? known(against) : undefined,
  ]);
  const { until = 0, last = 0 } = state ?? {};
  const one = { filter, known: knownOfOne };
  const other = against && { filter: against, known: knownOfOther ?? knownOfOne };
  const chosen = ofGroups(one, other, deps.now());
  const hashed = ofGroups(one, other, deps.now(), HASH);
  const places = { from: 'FROM places FINAL', where: `PREWHERE ${ofPage} AND since < ${until} AND ${hashed.sql}` };
  const both = (gathered: string, select: string, named = '1') => {
    const where = `${ofPage} AND ${named} AND ${chosen.sql}`;
    return last > until
      ? `(${gathered} UNION ALL SELECT ${select} ${placedEvents({ since: String(until), until: String(last), where })})`
      : `(${gathered})`;
  };
  const ofRow: Partial<Record<PlaceColumn, string>> = { who: 'session AS who', groups: `${hashed.groups} AS groups` };
  const ofEvent: Record<PlaceColumn, string> = { ...OF_EVENT, groups: chosen.groups };
  return {
    groups: chosen.each,
    parameters: { ...chosen.parameters, ...page },
    seen: both(
      `SELECT page, session AS who, views, \`click.path.size0\` AS clicks, \`move.path.size0\` AS moves, \`gaze.path.size0\` AS fixations, ${hashed.groups} AS groups ${places.from} ${places.where}`,
      `page, ${HASH} AS who, toUInt32(name = 'pageView') AS views, ${COUNTS}, ${chosen.groups} AS groups`,
    ),
    placed: (kind, columns) => {
      const arrays = columns.filter((column) => !Object.hasOwn(ofRow, column)).map((column) => `\`${kind}.${column}\` AS ${column}`);
      return both(
        `SELECT ${columns.map((column) => ofRow[column] ?? column).join(', ')} ${places.from} ARRAY JOIN ${arrays.join(', ')} ${places.where}`,
        columns.map((column) => `${ofEvent[column]} AS ${column}`).join(', '),
        `name = '${PLACE_EVENTS[kind]}'`,
      );
    },
    paths(kind) {
      const gathered = `SELECT path FROM places ARRAY JOIN \`${kind}.path\` AS path PREWHERE ${ofPage}`;
      const since = `SELECT path FROM events PREWHERE ${ofPage} AND arrival > ${until} AND name = '${PLACE_EVENTS[kind]}'`;
      // Grouped by name: twice as fast as `groupUniqArray(path)` of a million.
      return `(SELECT groupArray(path) FROM (SELECT path FROM (${last > until ? `${gathered} UNION ALL ${since}` : gathered}) GROUP BY path))`;
    },
  };
}

const COUNTS = Object.entries({ clicks: 'click', moves: 'cursorTracking', fixations: 'gaze_fixation' })
  .map(([as, name]) => `toUInt64(name = '${name}') AS ${as}`)
  .join(', ');

const HASH = 'sipHash64(session)';

const OF_EVENT: Record<Exclude<PlaceColumn, 'groups'>, string> = {
  who: HASH,
  path: 'path',
  within: WITHIN,
  column: COLUMN,
  row: ROW,
  ms: 'ifNull(durationMs, 0)',
};

const onPage = (path: string | undefined): string =>
  path === undefined
    ? "page != ''"
    : path.endsWith('*')
      ? "page != '' AND startsWith(page, {heatPage:String})"
      : 'page = {heatPage:String}';
