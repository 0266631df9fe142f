import { eraseSessions, type SessionErasureDeps } from './erase-sessions.ts';
import type { PersonRegistry, PersonToErase } from './person-to-erase.ts';
import { tracesOfPerson, type TracesDeps } from './traces-of-person.ts';

export interface PersonErasureDeps extends Omit<SessionErasureDeps, 'store'> {
  store: SessionErasureDeps['store'] & TracesDeps['store'];
  registry: PersonRegistry;
}

/** What was erased. */
export interface ErasedPerson {
  visitors: number;
  sessions: number;
  /** Codes of participants, which stay with their conditions so that a study's numbers add up. */
  participants: string[];
  /** Exports that lost their files. */
  exports: string[];
}

/**
 * Erases a person: every session of all their visitors in all flights of the application, with what was made of them, who they were
 * in studies, and at last their name. Found again where it broke off, as the name goes last.
 */
export async function erasePerson(deps: PersonErasureDeps, person: PersonToErase): Promise<ErasedPerson> {
  const { registry } = deps;
  const { applicationId, personId, visitors } = person;
  // Sessions that wait in the spool are found only once they are stored.
  await deps.drain();
  await registry.erasePeople.markErased({ applicationId, visitors });
  const traces = await tracesOfPerson(deps, person);
  const exports: string[] = [];
  for (const { flight, sessions, since, participants } of traces) {
    exports.push(...(await eraseSessions(deps, { flight, sessions, since, andMore: participants.length > 0 })));
    for (const { id } of participants) await registry.participants.withdraw(id);
  }
  if (personId !== undefined) await registry.erasePeople.erase(personId);
  return {
    visitors: visitors.length,
    sessions: traces.reduce((sum, { sessions }) => sum + sessions.length, 0),
    participants: traces.flatMap(({ participants }) => participants.map(({ code }) => code)),
    exports: [...new Set(exports)],
  };
}
