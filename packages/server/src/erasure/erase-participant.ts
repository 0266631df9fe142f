import type { ParticipantSessions } from '../store/participant-sessions.ts';
import type { Store } from '../store/index.ts';
import { eraseSessions, type SessionErasureDeps } from './erase-sessions.ts';

export interface ParticipantErasureDeps extends Omit<SessionErasureDeps, 'store'> {
  store: SessionErasureDeps['store'] & Pick<Store, 'sessionCame'>;
}

/** Who withdrew, and what the store has seen of everybody. */
export interface ParticipantErasure {
  flight: string;
  participant: { code: string; createdAt: number };
  seen: readonly ParticipantSessions[];
  /** Who they were is erased at the same time. */
  andMore: boolean;
}

/** Erases all sessions of a participant; answers how many there were. */
export async function eraseParticipant(
  deps: ParticipantErasureDeps,
  { flight, participant: { code, createdAt }, seen, andMore }: ParticipantErasure,
): Promise<number> {
  const sessions = seen.find((each) => each.code === code)?.sessions ?? [];
  const came = await Promise.all(sessions.map((session) => deps.store.sessionCame({ session, flight })));
  const since = Math.min(createdAt, ...came.flatMap((each) => each?.at ?? []));
  await eraseSessions(deps, { flight, sessions, since, andMore });
  return sessions.length;
}
