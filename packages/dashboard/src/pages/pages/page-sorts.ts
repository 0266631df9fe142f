import type { PageSort } from '@sightline/protocol';

// Written out, as the protocol's own list comes with all of its schemas, which the first view does without.
const SORTS: Record<PageSort, true> = {
  views: true,
  sessions: true,
  entries: true,
  exits: true,
  medianTimeMs: true,
  bounceShare: true,
  path: true,
};

/** What pages can be sorted by. */
export const PAGE_SORTS = Object.keys(SORTS);

/** Whether pages can be sorted by it. */
export const isPageSort = (text: unknown): text is PageSort => typeof text === 'string' && Object.hasOwn(SORTS, text);
