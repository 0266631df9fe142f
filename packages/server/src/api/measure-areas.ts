import { areaMeasure, areaReading, areaTransitions, bandMap, pageMatch, VIEWED_SEES, viewedPages } from '@sightline/metrics';
import type { Area, AreaMeasures, AreaMeasuresQuery } from '@sightline/protocol';
import type { Store } from '../store/index.ts';

/** As many as maps measure at once. */
const SESSIONS = 2_000;

/** Measures areas of a page over the newest sessions that saw it, a row for each area and group. */
export const measureAreas =
  ({ store }: { store: Pick<Store, 'heatViews' | 'pageSessions' | 'eventsOfSessions' | 'fieldOfSessions'> }) =>
  async ({ by, area: _area, version: _version, ...query }: AreaMeasuresQuery, areas: readonly Area[]): Promise<AreaMeasures> => {
    const [{ sessions }, newest] = await Promise.all([store.heatViews(query), store.pageSessions({ ...query, limit: SESSIONS })]);
    const [events, values] = await Promise.all([
      store.eventsOfSessions({ flight: query.flight, sessions: newest, sees: VIEWED_SEES }),
      by === undefined ? undefined : store.fieldOfSessions({ flight: query.flight, sessions: newest, field: by }),
    ]);
    const isPage = pageMatch(query.path);
    const viewed = [...events].map(([session, of]) => ({ group: values?.get(session) ?? '', views: viewedPages(of, isPage) }));
    const { heightPx } = bandMap(
      viewed.flatMap(({ views }) => views),
      1,
    );
    const groups = new Map<string, (typeof viewed)[number][]>();
    for (const one of viewed) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
    const rows = areas.flatMap(({ id, version, name, shape }) =>
      [...groups]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([group, of]) => ({
          area: id,
          version,
          name,
          group,
          views: of.reduce((sum, { views }) => sum + views.length, 0),
          ...areaMeasure(of.map(({ views }) => areaReading(views, shape, heightPx))),
        })),
    );
    const transitions = [...groups].flatMap(([group, of]) =>
      areaTransitions(
        of.flatMap(({ views }) => views),
        areas,
      ).map((transition) => ({ group, ...transition })),
    );
    return { rows, transitions, sessions, sessionsRead: newest.length };
  };
