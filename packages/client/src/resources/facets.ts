import type { FlightFacets } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

/** What a flight's sessions can be filtered by. */
export const facets = ({ get }: Caller) => ({
  facets: (flight: string, signal?: AbortSignal) => get<FlightFacets>(`/flights/${encodeURIComponent(flight)}/facets`, signal),
});
