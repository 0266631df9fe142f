import { bandMap, elementSignals, pageMatch, rageEpisodes, metricId, VIEWED_SEES, viewedPages } from '@sightline/metrics';
import type { HeatPageQuery, HeatReading } from '@sightline/protocol';
import type { Store } from '../store/index.ts';

/** Sessions that are measured at once: some hundred thousand events, half a second. */
const SESSIONS = 2_000;
const BANDS = 100;
const ELEMENTS = 300;

/** Measures how a page was seen, session by session, over the newest sessions that saw it. */
export const readHeat =
  ({ store }: { store: Pick<Store, 'heatViews' | 'pageSessions' | 'eventsOfSessions'> }) =>
  async (query: HeatPageQuery): Promise<HeatReading> => {
    const [{ sessions }, newest] = await Promise.all([store.heatViews(query), store.pageSessions({ ...query, limit: SESSIONS })]);
    const events = await store.eventsOfSessions({ flight: query.flight, sessions: newest, sees: VIEWED_SEES });
    const isPage = pageMatch(query.path);
    const viewed = [...events.values()].flatMap((of) => viewedPages(of, isPage));
    const { seenMs, reached, ...map } = bandMap(viewed, BANDS);
    return {
      sessions,
      sessionsRead: newest.length,
      ...map,
      reached,
      seconds: seenMs.map((ms) => Math.round(ms) / 1_000),
      elements: elementSignals(viewed)
        .filter(({ rage, hoverMs }) => rage > 0 || hoverMs > 0)
        .slice(0, ELEMENTS),
      metrics: ['scroll_depth_content@1', 'viewport_time_map@1', metricId(rageEpisodes)],
    };
  };
