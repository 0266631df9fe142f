import type { Client } from '@sightline/client';
import { queryOptions } from '@tanstack/react-query';

/** A person, kept fresh: they may be there right now. */
export const personQuery = (api: Client, id: string, flight: string | undefined) =>
  queryOptions({
    queryKey: ['person', id, flight],
    queryFn: ({ signal }) => api.person(id, flight ?? '', signal),
    enabled: flight !== undefined,
    refetchInterval: 5_000,
  });
