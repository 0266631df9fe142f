import type { Store } from '../store/index.ts';
import type { VisitorSession } from '../store/sessions-of-visitors.ts';
import type { PersonRegistry, PersonToErase, PersonTraces } from './person-to-erase.ts';

export interface TracesDeps {
  registry: PersonRegistry;
  store: Pick<Store, 'sessionsOfVisitors' | 'sessionsThatIdentified' | 'participantSessions'>;
}

/** Everything that a person left, flight by flight; flights without anything of them are left out. */
export async function tracesOfPerson({ registry, store }: TracesDeps, person: PersonToErase): Promise<PersonTraces[]> {
  const { applicationId, personId, visitors } = person;
  const application = (await registry.applications.list()).find(({ id }) => id === applicationId);
  const flights = application?.flights.map(({ id }) => id) ?? [];
  const identities = new Set(personId === undefined ? [] : await registry.erasePeople.identities(personId));
  const shared = new Set(await registry.erasePeople.shared({ applicationId, visitors, except: personId ?? '' }));
  const all = await store.sessionsOfVisitors({ flights, visitors });
  const traces: PersonTraces[] = [];
  for (const flight of flights) {
    const own = await withoutOthers(
      store,
      all.filter((each) => each.flight === flight),
      { flight, shared, identities },
    );
    const { participants, sessions } = await asParticipant({ registry, store }, { flight, own, identities });
    if (sessions.length === 0 && participants.length === 0) continue;
    traces.push({
      flight,
      sessions,
      since: Math.min(...own.map(({ at }) => at), ...participants.map(({ createdAt }) => createdAt)),
      participants: participants.map(({ id, code }) => ({ id, code })),
    });
  }
  return traces;
}

/** On a device that several people used, a session that said it is somebody else's is theirs. */
async function withoutOthers(
  store: TracesDeps['store'],
  sessions: readonly VisitorSession[],
  { flight, shared, identities }: { flight: string; shared: ReadonlySet<string>; identities: ReadonlySet<string> },
): Promise<VisitorSession[]> {
  const doubtful = sessions.filter(({ visitor }) => shared.has(visitor)).map(({ session }) => session);
  const said = await store.sessionsThatIdentified({ flight, sessions: doubtful });
  return sessions.filter(({ session }) => said.get(session)?.some((identity) => identities.has(identity)) ?? true);
}

/** The participants of a study that this is: those with a code or recruiter's id that is their name, and those all of whose sessions are theirs. */
async function asParticipant(
  { registry, store }: TracesDeps,
  { flight, own, identities }: { flight: string; own: readonly VisitorSession[]; identities: ReadonlySet<string> },
) {
  const sessions = new Set(own.map(({ session }) => session));
  const study = await registry.studies.ofFlight(flight);
  if (!study) return { participants: [], sessions: [...sessions] };
  const seen = await store.participantSessions({ flight, field: study.settings.participantParameter, completedEvent: null });
  const ofCode = new Map(seen.map(({ code, sessions: of }) => [code, of]));
  const participants = (await registry.participants.list(flight)).filter(({ code, externalId, state }) => {
    const of = ofCode.get(code) ?? [];
    const isNamed = [code, externalId].some((name) => name !== null && identities.has(name.toLowerCase()));
    return isNamed || (of.length > 0 && state !== 'withdrawn' && of.every((session) => sessions.has(session)));
  });
  for (const { code } of participants) for (const session of ofCode.get(code) ?? []) sessions.add(session);
  return { participants, sessions: [...sessions] };
}
