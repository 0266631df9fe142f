import { bandMap, pageMatch, VIEWED_SEES, viewedPages, type Sees } from '@sightline/metrics';
import type { Area, SessionFilter } from '@sightline/protocol';
import type { Store } from '../store/index.ts';

/** An area of interest, with what it takes to measure it in one session after another. */
export interface MeasuredArea {
  area: Area;
  isPage(url: string): boolean;
  /** How high the page usually is, for views that do not tell; null where none does. */
  usualHeightPx: number | null;
}

/** As many as the console's table of areas looks at. */
const SESSIONS = 2_000;

/** The areas of an export in the order of their ids, looked up when a table first asks for them. */
export function measuredAreas(
  { store, areas }: { store: Pick<Store, 'pageSessions' | 'eventsOfSessions'>; areas: readonly Area[] },
  { filter, until }: { filter: SessionFilter; until: number },
): () => Promise<readonly MeasuredArea[]> {
  let reading: Promise<readonly MeasuredArea[]> | undefined;
  return () => (reading ??= read());

  async function read() {
    const heights = new Map<string, number | null>();
    for (const path of new Set(areas.map((area) => area.path))) heights.set(path, await usualHeight(path));
    return areas
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map((area) => ({ area, isPage: pageMatch(area.path), usualHeightPx: heights.get(area.path) ?? null }));
  }

  async function usualHeight(path: string) {
    const sessions = await store.pageSessions({ ...filter, path, limit: SESSIONS });
    const events = await store.eventsOfSessions({ flight: filter.flight, sessions, sees: HEIGHT_SEES, until });
    const views = [...events.values()].flatMap((of) => viewedPages(of, pageMatch(path)));
    return bandMap(views, 1).heightPx;
  }
}

/** What happened on the page says nothing of its height, and is most of what there is. */
const HAPPENED = new Set(['click', 'cursorTracking', 'gaze_fixation']);
const HEIGHT_SEES: Sees = Object.fromEntries(Object.entries(VIEWED_SEES).filter(([name]) => !HAPPENED.has(name)));
