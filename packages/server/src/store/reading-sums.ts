import { READING_BANDS, type BandView } from '@sightline/metrics';
import type { HeatPageQuery } from '@sightline/protocol';
import { ask, type Parameters } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { knownSessions } from './known-sessions.ts';
import { ofSessions } from './of-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { NOT_SCROLLED } from './store-readings.ts';
import { sessionsSince } from './unread-sessions.ts';

export interface ReadingSumsQuery extends HeatPageQuery {
  /** Sessions of which something came since are left out. */
  unread: number;
  /** What the sessions left out tell: medians are of all. */
  heights: readonly number[];
  viewports: readonly number[];
}

/** How sessions read a page, summed up. */
export interface ReadingSums {
  /** Medians. */
  heightPx: number | null;
  viewportPx: number | null;
  /** Views that are alike as one, with rests where the page's height is not known. */
  views: BandView[];
  /** For each hundredth of the height, milliseconds of all rests where it is known. */
  seenMs: number[];
  elements: { path: string; rage: number; hoverMs: number }[];
}

/** Sums up how sessions read a page, in one go over the rows; elements beside, as their paths are texts. */
export async function readingSums(
  { engine, now }: QuestionDeps,
  { path, unread, heights, viewports, ...filter }: ReadingSumsQuery,
): Promise<ReadingSums> {
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const { isPage, parameters } = heatEvents(filter, path, [], now());
  const chosen = ofSessions(filter, now(), { id: 'sipHash64(session)', known });
  const which = `PREWHERE flight = {flight:String} AND ${isPage} AND ${chosen.sql} AND session NOT IN (${sessionsSince('sipHash64(session)')})`;
  const values: Parameters = { ...parameters, ...chosen.parameters, unread };
  const [sums, elements] = await Promise.all([
    ask<Sum>(engine, sumsOf(which), { ...values, heights, viewports }),
    ask<ReadingSums['elements'][number]>(engine, elementsOf(which), values),
  ]);
  const of = (kind: number) => sums.filter((sum) => sum.kind === kind);
  return {
    heightPx: of(KIND.height)[0]?.middle ?? null,
    viewportPx: of(KIND.viewport)[0]?.middle ?? null,
    views: [
      ...of(KIND.scrolled).map(({ place, one }) => ({ ...NOTHING, times: one, reached: place })),
      ...of(KIND.still).map(({ place, one }) => ({ ...NOTHING, times: one, viewport: place || undefined })),
      ...of(KIND.loose).map(({ place, top, viewport, one }) => ({
        ...NOTHING,
        viewport: place || undefined,
        rests: [{ top, viewport, ms: one }],
      })),
    ],
    seenMs: betweenEdges(of(KIND.edge)),
    elements,
  };
}

/** What a sum is of. `one` and `other` are what is summed up. */
interface Sum {
  kind: number;
  /** Bands of `scrolled` and `edge`, the viewport's height of `still` and `loose`. */
  place: number;
  /** Where a loose rest was. */
  top: number;
  viewport: number;
  one: number;
  other: number;
  middle: number;
}

const KIND = { height: 0, viewport: 1, scrolled: 2, still: 3, edge: 4, loose: 5 } as const;

const NOTHING: BandView = { times: 0, viewport: undefined, height: undefined, reached: undefined, rests: [] };

/**
 * What lies between upper and lower edges, for each band: an edge adds its milliseconds, or takes them away, in all bands below it, and in its own by
 * the share of that. So a rest is two numbers, however many bands it covers.
 */
function betweenEdges(edges: readonly Sum[]): number[] {
  const at = new Map(edges.map((edge) => [edge.place, edge]));
  let above = 0;
  return Array.from({ length: READING_BANDS }, (_, band) => {
    const { one = 0, other = 0 } = at.get(band) ?? {};
    const ms = above + other;
    above += one;
    return ms;
  });
}

/** No page is longer than half of this. */
const TOPS = 2 ** 28;

/** All that sums are told apart by in one number: groups are found by that in a fraction of the time that tuples take. */
const key = (kind: number, place = '0', { top = '0', viewport = '0' } = {}): string =>
  `((toUInt64(${kind * 2 ** 16} + least(toUInt32(${place}), 65535)) * ${TOPS} + toUInt64(toInt64(${top}) + ${TOPS / 2})) * 65536 + least(toUInt64(${viewport}), 65535))`;
const KEY = {
  kind: `intDiv(key, ${TOPS * 2 ** 32})`,
  place: `bitAnd(intDiv(key, ${TOPS * 2 ** 16}), 65535)`,
  top: `toInt64(intDiv(key, 65536) % ${TOPS}) - ${TOPS / 2}`,
  viewport: 'key % 65536',
};

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
  { of: 'rest', over: 'loose', key: key(KIND.loose, '`view.viewport`[rest.1]', { top: 'rest.2', viewport: 'rest.3' }), one: 'rest.4' },
];

const inAll = (expression: (part: (typeof PARTS)[number]) => string): string =>
  `arrayConcat(${PARTS.map((part) => `arrayMap((${part.of}) -> ${expression(part)}, ${part.over})`).join(', ')})`;

const sumsOf = (which: string): string => `
  SELECT ${Object.entries(KEY)
    .map(([name, of]) => `${of} AS ${name}`)
    .join(
      ', ',
    )}, sum(each) AS one, sum(part) AS other, quantileExactInclusiveIf(0.5)(each, key < ${(KIND.viewport + 1) * TOPS * 2 ** 32}) AS middle
  FROM (
    SELECT key, each, part FROM (
      SELECT arrayFilter(height -> height > 0, \`view.height\`) AS told, arrayFilter(viewport -> viewport > 0, \`view.viewport\`) AS shown, ${RESTS},
        ${inAll((part) => part.key)} AS keys, ${inAll(({ one }) => `toFloat64(${one})`)} AS ones, ${inAll(({ other = '0' }) => `toFloat64(${other})`)} AS others
      FROM readings FINAL ${which}
    ) ARRAY JOIN keys AS key, ones AS each, others AS part
    UNION ALL SELECT ${key(KIND.height)} AS key, toFloat64(arrayJoin({heights:Array(UInt32)})) AS each, toFloat64(0) AS part
    UNION ALL SELECT ${key(KIND.viewport)} AS key, toFloat64(arrayJoin({viewports:Array(UInt32)})) AS each, toFloat64(0) AS part
  )
  GROUP BY key`;

/** Where rests began and ended on pages of known height, in bands; what lies beyond the page's end was not seen. */
const RESTS = `
  arrayMap(view -> \`view.height\`[view], \`rest.view\`) AS heights,
  arrayMap((top, height) -> if(height = 0, 0, greatest(top, 0) * ${READING_BANDS} / height), \`rest.top\`, heights) AS uppers,
  arrayMap((top, viewport, height) -> if(height = 0, 0, greatest(least(toInt64(top) + viewport, toInt64(height)), 0) * ${READING_BANDS} / height),
    \`rest.top\`, \`rest.viewport\`, heights) AS lowers,
  arrayMap((upper, lower, ms) -> if(lower > upper, toFloat64(ms), 0), uppers, lowers, \`rest.ms\`) AS seen,
  arrayFilter((rest, height) -> height = 0, arrayZip(\`rest.view\`, \`rest.top\`, \`rest.viewport\`, \`rest.ms\`), heights) AS loose`;

const elementsOf = (which: string): string => `
  SELECT path, sum(rages) AS rage, sum(ms) AS hoverMs
  FROM readings FINAL ARRAY JOIN \`element.path\` AS path, \`element.rage\` AS rages, \`element.hoverMs\` AS ms ${which}
  GROUP BY path`;
