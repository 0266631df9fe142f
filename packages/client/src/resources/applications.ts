import type {
  Application,
  ApplicationChange,
  Applications,
  Deletion,
  Flight,
  FlightChange,
  FlightHealth,
  NewApplication,
  NewFlight,
} from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** Applications, their flights, and the tokens of those. */
export const applications = ({ get, send }: Caller) => ({
  applications: (signal?: AbortSignal) => get<Applications>('/applications', signal),
  createApplication: (request: NewApplication) => send<Application>('POST', '/applications', request),
  changeApplication: (application: string, change: ApplicationChange) =>
    send<Application>('PATCH', `/applications/${id(application)}`, change),
  deleteApplication: (application: string, check: Deletion) => send<Applications>('DELETE', `/applications/${id(application)}`, check),
  restoreApplication: (application: string) => send<Applications>('POST', `/applications/${id(application)}/restore`),
  deleteFlight: (flight: string, check: Deletion) => send<Applications>('DELETE', `/flights/${id(flight)}`, check),
  restoreFlight: (flight: string) => send<Applications>('POST', `/flights/${id(flight)}/restore`),
  createFlight: (application: string, request: NewFlight) => send<Flight>('POST', `/applications/${id(application)}/flights`, request),
  changeFlight: (flight: string, change: FlightChange) => send<Flight>('PATCH', `/flights/${id(flight)}`, change),
  createToken: (flight: string) => send<Flight>('POST', `/flights/${id(flight)}/tokens`),
  revokeToken: (flight: string, token: string) => send<Flight>('DELETE', `/flights/${id(flight)}/tokens/${id(token)}`),
  health: (flight: string, signal?: AbortSignal) => get<FlightHealth>(`/flights/${id(flight)}/health`, signal),
});
