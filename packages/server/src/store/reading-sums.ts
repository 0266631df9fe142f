import { READING_BANDS, type BandView } from '@sightline/metrics';
import type { HeatPageQuery } from '@sightline/protocol';
import { ask } from './ask.ts';
import { heatEvents } from './heat-events.ts';
import { knownSessions, UNKNOWN } from './known-sessions.ts';
import { meansAll, ofSessions } from './of-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { KIND, sumOfReadings, type ReadingSum } from './sum-of-readings.ts';
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
  sessions: number;
  /** Medians. */
  heightPx: number | null;
  viewportPx: number | null;
  /** Views that are alike as one, with rests where the page's height is not known. */
  views: BandView[];
  /** For each hundredth of the height, milliseconds of all rests where it is known. */
  seenMs: number[];
  elements: { path: string; rage: number; hoverMs: number }[];
}

/** Sums up how sessions read a page, of all that are in `readings` as they are now. */
export async function readingSums(
  { engine, now }: QuestionDeps,
  { path, unread, heights, viewports, ...filter }: ReadingSumsQuery,
): Promise<ReadingSums> {
  const { flight, sequence: steps = [] } = filter;
  const known = meansAll(filter) ? UNKNOWN : await knownSessions({ engine }, { flight, steps });
  const { isPage, parameters } = heatEvents(filter, path, [], now());
  const chosen = ofSessions(filter, now(), { id: 'sipHash64(session)', known });
  const sums = await ask<ReadingSum>(
    engine,
    sumOfReadings({
      ofPage: `flight = {flight:String} AND ${isPage}`,
      ofSessions: `${chosen.sql} AND session NOT IN (${sessionsSince('sipHash64(session)')})`,
    }),
    { ...parameters, ...chosen.parameters, unread, heights, viewports },
  );
  const of = (kind: number) => sums.filter((sum) => sum.kind === kind);
  return {
    sessions: of(KIND.session)[0]?.sessions ?? 0,
    heightPx: of(KIND.height)[0]?.middle ?? null,
    viewportPx: of(KIND.viewport)[0]?.middle ?? null,
    views: [
      ...of(KIND.scrolled).map(({ place, one }) => ({ ...NOTHING, times: one, reached: place })),
      ...of(KIND.still).map(({ place, one }) => ({ ...NOTHING, times: one, viewport: px(place) })),
      ...of(KIND.loose).map(({ place, top, viewport, one }) => ({ ...NOTHING, viewport: px(place), rests: [{ top, viewport, ms: one }] })),
    ],
    seenMs: betweenEdges(of(KIND.edge)),
    elements: of(KIND.element).map(({ path: element, one, other }) => ({ path: element, rage: one, hoverMs: other })),
  };
}

const NOTHING: BandView = { times: 0, viewport: undefined, height: undefined, reached: undefined, rests: [] };

const px = (told: number): number | undefined => (told > 0 ? told : undefined);

/**
 * What lies between upper and lower edges, for each band: an edge adds its milliseconds, or takes them away, in all bands below it, and in its own by
 * the share of that. So a rest is two numbers, however many bands it covers.
 */
function betweenEdges(edges: readonly ReadingSum[]): number[] {
  const at = new Map(edges.map((edge) => [edge.place, edge]));
  let above = 0;
  return Array.from({ length: READING_BANDS }, (_, band) => {
    const { one = 0, other = 0 } = at.get(band) ?? {};
    const ms = above + other;
    above += one;
    return ms;
  });
}
