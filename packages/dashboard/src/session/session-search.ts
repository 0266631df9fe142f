import { readEventFilter, type EventFilter } from './event-filter.ts';

/** What lies open beside a replay. */
export const PANELS = ['events', 'notes', 'details', 'measures'] as const;
export type SessionPanel = (typeof PANELS)[number];

/** What a session page's address says: which events are listed, and which moment is looked at. */
export interface SessionSearch extends EventFilter {
  /** The playhead, in ms from the session's start. */
  t?: number;
  /** The tab somebody chose to look at. */
  tab?: string;
  panel?: SessionPanel;
}

/** Reads a session page's part of a URL; what cannot be read is left out. */
export function readSessionSearch(search: Record<string, unknown>): SessionSearch {
  const at = Number(search.t);
  const panel = PANELS.find((each) => each === search.panel);
  return {
    ...readEventFilter(search),
    ...(search.t !== undefined && search.t !== '' && Number.isFinite(at) ? { t: Math.max(0, Math.round(at)) } : {}),
    ...(typeof search.tab === 'string' && search.tab !== '' ? { tab: search.tab } : {}),
    ...(panel === undefined ? {} : { panel }),
  };
}
