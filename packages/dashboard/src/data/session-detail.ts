import { queryOptions } from '@tanstack/react-query';
import type { SessionDetail } from '@sightline/protocol';
import type { Client } from '@sightline/client';

/** A session's facts, metrics and completeness: often while it is live, now and then after, because late events still come. */
export const sessionDetailQuery = (api: Client, session: string) =>
  queryOptions({
    queryKey: ['session', session],
    queryFn: ({ signal }) => api.session(session, signal),
    refetchInterval: ({ state }: { state: { data: SessionDetail | undefined } }) => (state.data?.session.live ? 2_000 : 15_000),
  });
