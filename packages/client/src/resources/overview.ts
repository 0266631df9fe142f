import type { Overview, OverviewQuery, PagesQuery, PageTable } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

/** What happened over many sessions: traffic, and pages. */
export const overview = ({ get }: Caller) => ({
  overview: (asked: OverviewQuery, signal?: AbortSignal) => get<Overview>(`/overview${query(asked)}`, signal),
  pages: (asked: PagesQuery, signal?: AbortSignal) => get<PageTable>(`/pages${query(asked)}`, signal),
});
