import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../api.ts';

/** Who is signed in, and whether the installation waits for its owner. */
export const meQuery = (api: Api) => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => api.me(signal), staleTime: 60_000 });
