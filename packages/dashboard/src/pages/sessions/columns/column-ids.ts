/** The columns of the session list, in their order: what a URL and a saved view name them. */
export const COLUMN_IDS = [
  'session',
  'startedAt',
  'lastAt',
  'durationMs',
  'openMs',
  'visibleMs',
  'activeMs',
  'events',
  'clicks',
  'pageViews',
  'tabs',
  'entryUrl',
  'browser',
  'data',
] as const;

export type SessionColumnId = (typeof COLUMN_IDS)[number];
