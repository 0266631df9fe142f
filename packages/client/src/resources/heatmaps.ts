import type {
  HeatBackgrounds,
  HeatElements,
  HeatmapPages,
  HeatmapPagesQuery,
  HeatPageQuery,
  HeatPointsOfTwo,
  HeatPointsQuery,
  HeatReading,
} from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

/** What happened where on a page. */
export const heatmaps = ({ get }: Caller) => ({
  heatmapPages: (asked: HeatmapPagesQuery, signal?: AbortSignal) => get<HeatmapPages>(`/heatmaps/pages${query({ ...asked })}`, signal),
  heatPoints: (asked: HeatPointsQuery, signal?: AbortSignal) => get<HeatPointsOfTwo>(`/heatmaps/points${query({ ...asked })}`, signal),
  heatElements: (asked: HeatPageQuery, signal?: AbortSignal) => get<HeatElements>(`/heatmaps/elements${query({ ...asked })}`, signal),
  heatReading: (asked: HeatPageQuery, signal?: AbortSignal) => get<HeatReading>(`/heatmaps/reading${query({ ...asked })}`, signal),
  heatBackgrounds: (asked: HeatPageQuery, signal?: AbortSignal) =>
    get<HeatBackgrounds>(`/heatmaps/backgrounds${query({ ...asked })}`, signal),
});
