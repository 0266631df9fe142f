import { queryOptions } from '@tanstack/react-query';
import type { Client } from '@sightline/client';

/** A session's notes; others may write some meanwhile. */
export const notesQuery = (api: Client, session: string) =>
  queryOptions({ queryKey: ['notes', session], queryFn: ({ signal }) => api.notes(session, signal), refetchInterval: 15_000 });
