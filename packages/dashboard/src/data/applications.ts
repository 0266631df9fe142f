import { queryOptions } from '@tanstack/react-query';
import type { Applications, Flight } from '@sightline/protocol';
import type { Client } from '@sightline/client';

/** All applications with their flights. */
export const applicationsQuery = (api: Client) =>
  queryOptions({ queryKey: ['applications'], queryFn: ({ signal }) => api.applications(signal), staleTime: 30_000 });

/** The same applications with one flight in its new state, so that a page shows a change without asking for all again. */
export const withFlight = ({ applications }: Applications, flight: Flight): Applications => ({
  applications: applications.map((application) =>
    application.id === flight.applicationId ? { ...application, flights: replaceOrAdd(application.flights, flight) } : application,
  ),
});

const replaceOrAdd = (flights: Flight[], flight: Flight): Flight[] =>
  flights.some(({ id }) => id === flight.id) ? flights.map((other) => (other.id === flight.id ? flight : other)) : [...flights, flight];
