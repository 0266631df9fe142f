import type { Applications, Flight, FlightChange } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { applicationsQuery, withFlight } from './applications.ts';

/** Changes a flight and shows the answer at once, everywhere the flight is shown. */
export function useFlightChange(flight: Flight) {
  const api = useApi();
  const queries = useQueryClient();
  const { queryKey } = applicationsQuery(api);
  const show = (changed: Flight) => {
    queries.setQueryData(queryKey, (before: Applications | undefined) => before && withFlight(before, changed));
    void queries.invalidateQueries({ queryKey: ['health', flight.id] });
  };
  return {
    change: useMutation({ mutationFn: (change: FlightChange) => api.changeFlight(flight.id, change), onSuccess: show }),
    createToken: useMutation({ mutationFn: () => api.createToken(flight.id), onSuccess: show }),
    revokeToken: useMutation({ mutationFn: (token: string) => api.revokeToken(flight.id, token), onSuccess: show }),
  };
}
