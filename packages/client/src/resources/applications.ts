import type { Application, Applications, Flight, FlightChange, FlightHealth, NewApplication, NewFlight } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** Applications, their flights, and the tokens of those. */
export const applications = ({ get, send }: Caller) => ({
  applications: (signal?: AbortSignal) => get<Applications>('/applications', signal),
  createApplication: (request: NewApplication) => send<Application>('POST', '/applications', request),
  createFlight: (application: string, request: NewFlight) => send<Flight>('POST', `/applications/${id(application)}/flights`, request),
  changeFlight: (flight: string, change: FlightChange) => send<Flight>('PATCH', `/flights/${id(flight)}`, change),
  createToken: (flight: string) => send<Flight>('POST', `/flights/${id(flight)}/tokens`),
  revokeToken: (flight: string, token: string) => send<Flight>('DELETE', `/flights/${id(flight)}/tokens/${id(token)}`),
  health: (flight: string, signal?: AbortSignal) => get<FlightHealth>(`/flights/${id(flight)}/health`, signal),
});
