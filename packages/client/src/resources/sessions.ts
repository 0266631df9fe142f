import type { EventPage, SessionDetail, SessionPage, SessionQuery } from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** The list of sessions, one session, and its events. */
export const sessions = ({ get }: Caller) => ({
  sessions: (asked: SessionQuery, signal?: AbortSignal) => get<SessionPage>(`/sessions${query(asked)}`, signal),
  session: (session: string, signal?: AbortSignal) => get<SessionDetail>(`/sessions/${id(session)}`, signal),
  events: (session: string, page: { after?: string; limit: number }, signal?: AbortSignal) =>
    get<EventPage>(`/sessions/${id(session)}/events${query(page)}`, signal),
});
