import { randomUUID } from 'node:crypto';
import { isUuid, type FlightId, type SessionId } from '@sightline/protocol';
import type { SessionAccess } from '../intake.ts';
import { recentMap } from '../recent-map.ts';

/** A session that a LogUI client may go on with. */
export interface LogUISession {
  session: SessionId;
  /** The client's clock as the session began. */
  startedAt: number;
  isNew: boolean;
}

/** Finds the session a LogUI client asks for, or begins one. */
export type FindLogUISession = (flight: FlightId, asked: unknown, clientAt: number) => Promise<LogUISession>;

const SESSIONS = 50_000;

/** Remembers when sessions began; one the flight does not know is replaced by a new one, as refusing it would silence the client. */
export function logUISessions(stored: SessionAccess): FindLogUISession {
  const starts = recentMap<string, number>(SESSIONS);
  return async (flight, asked, clientAt) => {
    if (typeof asked === 'string' && isUuid(asked)) {
      const session = asked.toLowerCase() as SessionId;
      const startedAt = starts.get(`${flight} ${session}`) ?? (await stored.clientStart(flight, session));
      if (startedAt !== undefined) {
        starts.set(`${flight} ${session}`, startedAt);
        return { session, startedAt, isNew: false };
      }
    }
    const session = randomUUID() as string as SessionId;
    starts.set(`${flight} ${session}`, clientAt);
    return { session, startedAt: clientAt, isNew: true };
  };
}
