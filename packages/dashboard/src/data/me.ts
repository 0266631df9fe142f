import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** Who is signed in, and whether the installation waits for its owner. */
export const meQuery = (api: Client) => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.me(signal), staleTime: 60_000 });
