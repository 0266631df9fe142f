import { READING_BANDS } from '@sightline/metrics';
import { NOT_SCROLLED } from './store-readings.ts';

/** One sum over readings of a page. */
export interface ReadingSum {
  /** Of what. */
  kind: number;
  /** The band of `scrolled` and `edge`, the viewport's height of `still` and `loose`. */
  place: number;
  /** Where a loose rest was. */
  top: number;
  viewport: number;
  path: string;
  one: number;
  other: number;
  middle: number | null;
  sessions: number;
}

/** Medians of heights; views by how far they were scrolled; views that were not; edges of rests, and rests on a page of unknown height; elements; sessions. */
export const KIND = { height: 0, viewport: 1, scrolled: 2, still: 3, edge: 4, loose: 5, element: 6, session: 7 } as const;

/** Whatever a sum is told apart by stands in one number: groups are found by that in a fraction of the time that tuples take. */
const VIEWPORTS = 2n ** 16n;
const TOPS = 2n ** 25n;
const PLACES = 2n ** 20n;
const BEHIND_PLACE = VIEWPORTS * TOPS;
const key = (kind: number, place?: string): string =>
  `toUInt64(${firstOf(kind)})${place === undefined ? '' : ` + toUInt64(${place}) * ${BEHIND_PLACE}`}`;
const firstOf = (kind: number): bigint => BigInt(kind) * PLACES * BEHIND_PLACE;
const TOLD_APART = `
  intDiv(key, ${PLACES * BEHIND_PLACE}) AS kind,
  intDiv(key, ${BEHIND_PLACE}) % ${PLACES} AS place,
  toInt64(intDiv(key, ${VIEWPORTS}) % ${TOPS}) - ${TOPS / 2n} AS top,
  key % ${VIEWPORTS} AS viewport,
  if(kind = ${KIND.element}, paths[place], '') AS path`;

/** What is summed up, over arrays of a row: keys, and two numbers. */
const PARTS: readonly { of: string; over: string; key: string; one: string; other?: string }[] = [
  { of: 'height', over: 'told', key: key(KIND.height), one: 'height' },
  { of: 'viewport', over: 'shown', key: key(KIND.viewport), one: 'viewport' },
  {
    of: 'viewport, reached',
    over: '`view.viewport`, `view.reached`',
    key: `if(reached = ${NOT_SCROLLED}, ${key(KIND.still, 'viewport')}, ${key(KIND.scrolled, 'reached')})`,
    one: '1',
  },
  { of: 'at, ms', over: 'uppers, seen', key: key(KIND.edge, 'floor(at)'), one: 'ms', other: 'ms * (floor(at) + 1 - at)' },
  { of: 'at, ms', over: 'lowers, seen', key: key(KIND.edge, 'floor(at)'), one: '-ms', other: '-ms * (floor(at) + 1 - at)' },
  {
    of: 'rest',
    over: 'loose',
    key: `${key(KIND.loose, '`view.viewport`[rest.1]')} + toUInt64(toInt64(rest.2) + ${TOPS / 2n}) * ${VIEWPORTS} + rest.3`,
    one: 'rest.4',
  },
  {
    of: 'path, rage, hoverMs',
    over: '`element.path`, `element.rage`, `element.hoverMs`',
    key: key(KIND.element, 'transform(path, paths, arrayEnumerate(paths), 0)'),
    one: 'rage',
    other: 'hoverMs',
  },
  { of: 'who', over: '[session]', key: key(KIND.session), one: '1' },
];

const inAll = (expression: (part: (typeof PARTS)[number]) => string): string =>
  `arrayConcat(${PARTS.map((part) => `arrayMap((${part.of}) -> ${expression(part)}, ${part.over})`).join(', ')})`;

/** Where rests began and ended on pages of known height, in bands; what lies beyond the page's end was not seen. */
const RESTS = `
  arrayMap(view -> \`view.height\`[view], \`rest.view\`) AS heights,
  arrayMap((top, height) -> if(height = 0, 0, least(greatest(top, 0) / height, 1) * ${READING_BANDS}), \`rest.top\`, heights) AS uppers,
  arrayMap((top, viewport, height) -> if(height = 0, 0, least(greatest(toInt64(top) + viewport, 0) / height, 1) * ${READING_BANDS}),
    \`rest.top\`, \`rest.viewport\`, heights) AS lowers,
  arrayMap((upper, lower, ms) -> if(lower > upper, toFloat64(ms), 0), uppers, lowers, \`rest.ms\`) AS seen,
  arrayFilter((rest, height) -> height = 0, arrayZip(\`rest.view\`, \`rest.top\`, \`rest.viewport\`, \`rest.ms\`), heights) AS loose`;

/**
 * A statement that sums up readings, and with them the heights of `heights` and `viewports`, in one go: finding the sessions that a filter means takes
 * longest. Elements are numbered for that; their paths are asked of all readings of the page.
 */
export const sumOfReadings = (which: { ofPage: string; ofSessions: string }): string => `
  WITH (SELECT arrayPushBack(groupUniqArrayArray(${PLACES - 2n})(\`element.path\`), '') FROM readings PREWHERE ${which.ofPage}) AS paths
  SELECT ${TOLD_APART}, sum(each) AS one, sum(part) AS other, quantileExactInclusiveIf(0.5)(each, key < ${firstOf(KIND.scrolled)}) AS middle,
    uniqExactIf(session, key >= ${firstOf(KIND.session)}) AS sessions
  FROM (
    SELECT key, each, part, session FROM (
      SELECT session, arrayFilter(height -> height > 0, \`view.height\`) AS told, arrayFilter(viewport -> viewport > 0, \`view.viewport\`) AS shown, ${RESTS},
        ${inAll((part) => part.key)} AS keys, ${inAll(({ one }) => `toFloat64(${one})`)} AS ones, ${inAll(({ other = '0' }) => `toFloat64(${other})`)} AS others
      FROM readings FINAL PREWHERE ${which.ofPage} AND ${which.ofSessions}
    ) ARRAY JOIN keys AS key, ones AS each, others AS part
    UNION ALL SELECT ${key(KIND.height)} AS key, toFloat64(arrayJoin({heights:Array(UInt32)})) AS each, toFloat64(0) AS part, toUInt64(0) AS session
    UNION ALL SELECT ${key(KIND.viewport)} AS key, toFloat64(arrayJoin({viewports:Array(UInt32)})) AS each, toFloat64(0) AS part, toUInt64(0) AS session
  )
  GROUP BY key`;
