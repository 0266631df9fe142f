import type { Funnel, FunnelQuery, Paths, PathsQuery, Retention, RetentionQuery } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

/** What people did in order: funnels, paths, and who came again. */
export const journeys = ({ get }: Caller) => ({
  funnel: (asked: FunnelQuery, signal?: AbortSignal) => get<Funnel>(`/funnels${query(asked)}`, signal),
  paths: (asked: PathsQuery, signal?: AbortSignal) => get<Paths>(`/paths${query(asked)}`, signal),
  retention: (asked: RetentionQuery, signal?: AbortSignal) => get<Retention>(`/retention${query(asked)}`, signal),
});
