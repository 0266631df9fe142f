import type { Area, AreaChange, AreaMeasures, AreaMeasuresQuery, Areas, NewArea } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** Areas of interest, and what happened in them. */
export const areas = ({ get, send }: Caller) => ({
  areas: (flight: string, signal?: AbortSignal) => get<Areas>(`/flights/${id(flight)}/areas`, signal),
  createArea: (flight: string, area: NewArea) => send<Area>('POST', `/flights/${id(flight)}/areas`, area),
  changeArea: (area: string, change: AreaChange) => send<Area>('PUT', `/areas/${id(area)}`, change),
  retireArea: (area: string) => send<Area>('DELETE', `/areas/${id(area)}`),
  restoreArea: (area: string) => send<Area>('POST', `/areas/${id(area)}/restore`),
  areaMeasures: (asked: AreaMeasuresQuery, signal?: AbortSignal) => get<AreaMeasures>(`/areas/measures${query({ ...asked })}`, signal),
});
