import { queryOptions } from '@tanstack/react-query';
import type { DerivedRules } from '@sightline/protocol';
import type { Client } from '@sightline/client';

/** A flight's rules; asked again while one is being applied. */
export const rulesQuery = (api: Client, flight: string) =>
  queryOptions({
    queryKey: ['rules', flight],
    queryFn: ({ signal }) => api.rules(flight, signal),
    refetchInterval: ({ state }: { state: { data: DerivedRules | undefined } }) =>
      state.data?.rules.some(({ progress }) => progress.state === 'running') ? 1_000 : false,
  });
