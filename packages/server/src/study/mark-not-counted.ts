import type { NotCounted, SessionSummary } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** Says of sessions of a flight which of them are left out by whatever counts, and why. */
export function markNotCounted({ studies, participants }: Pick<Registry, 'studies' | 'participants'>) {
  return async (flight: string, sessions: readonly SessionSummary[]): Promise<SessionSummary[]> => {
    const found = await participants.notCounted(flight);
    const study = found.length > 0 ? await studies.ofFlight(flight) : undefined;
    if (!study) return [...sessions];
    const { participantParameter } = study.settings;
    const known = new Map<string, NotCounted>(found.map((one) => [one.participant, one]));
    return sessions.map((session) => {
      const { [participantParameter]: code } = session.applicationSpecificData;
      // A code of digits alone may have become a number on its way through a page.
      const notCounted = known.get(String(code));
      return notCounted ? { ...session, notCounted } : session;
    });
  };
}
