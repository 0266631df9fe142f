import { layBands, metricId, pageReadings, pathMatch, rageEpisodes, READING_BANDS, READING_SEES } from '@sightline/metrics';
import type { HeatPageQuery, HeatReading } from '@sightline/protocol';
import type { Store } from '../store/index.ts';

/** Sessions that are measured as they are asked for: some hundred thousand events, half a second. */
const SESSIONS = 2_000;
const ELEMENTS = 300;

/** Sums up how a page was seen, session by session: most were measured when they went quiet, of the others the newest are measured now. */
export const readHeat =
  ({ store }: { store: Pick<Store, 'heatViews' | 'unreadSessions' | 'eventsOfSessions' | 'readingSums'> }) =>
  async (query: HeatPageQuery): Promise<HeatReading> => {
    const { unread, sessions: newest, total } = await store.unreadSessions({ ...query, limit: SESSIONS });
    const events = await store.eventsOfSessions({ flight: query.flight, sessions: newest, sees: READING_SEES });
    const isPage = pathMatch(query.path);
    const fresh = [...events.values()].map((of) => pageReadings(of).filter(({ page }) => isPage(page))).filter(({ length }) => length > 0);
    const freshViews = fresh.flat().flatMap(({ views }) => views);
    const sums = await store.readingSums({
      ...query,
      unread,
      heights: freshViews.flatMap(({ height = [] }) => height),
      viewports: freshViews.flatMap(({ viewport = [] }) => viewport),
    });
    const { heightPx, viewportPx } = sums;
    const views = [...sums.views, ...freshViews];
    const { viewsKnown, reached, seenMs } = layBands(views, { bands: READING_BANDS, heightPx });
    const read = sums.sessions + fresh.length;
    // Of clients that tell no page views there is nothing to measure.
    const sessions = views.length > 0 ? read + total - newest.length : (await store.heatViews(query)).sessions;
    return {
      sessions,
      sessionsRead: views.length > 0 ? read : sessions,
      views: views.reduce((sum, { times }) => sum + times, 0),
      viewsKnown,
      heightPx,
      viewportPx,
      reached,
      seconds: seenMs.map((ms, band) => Math.round(ms + (sums.seenMs[band] ?? 0)) / 1_000),
      elements: together([...sums.elements, ...fresh.flat().flatMap(({ elements }) => elements)]).slice(0, ELEMENTS),
      metrics: ['scroll_depth_content@1', 'viewport_time_map@1', metricId(rageEpisodes)],
    };
  };

/** The most raged at first. */
function together(elements: readonly HeatReading['elements'][number][]): HeatReading['elements'] {
  const found = new Map<string, HeatReading['elements'][number]>();
  for (const { path, rage, hoverMs } of elements) {
    const known = found.get(path);
    found.set(path, { path, rage: rage + (known?.rage ?? 0), hoverMs: hoverMs + (known?.hoverMs ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => b.rage - a.rage || b.hoverMs - a.hoverMs || (a.path < b.path ? -1 : 1));
}
