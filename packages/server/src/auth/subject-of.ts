import { isUuid, type SessionSummary } from '@sightline/protocol';
import type { FastifyRequest } from 'fastify';
import { recentMap } from '../door/recent-map.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { Registry } from '../registry/registry.ts';

/** What a call is about. */
export interface Subject {
  applicationId: string;
  /** Whether it is about a session that runs now, which observers may see. */
  live: () => Promise<boolean>;
}

export interface SubjectDeps {
  registry: Pick<Registry, 'flights' | 'exportJobs' | 'areas' | 'derivedRules' | 'savedViews'>;
  sessionSummary: (key: { session: string }) => Promise<SessionSummary | undefined>;
}

/** How many sessions' flights are remembered: a session's never changes. */
const REMEMBERED = 10_000;

/** Which application a call is about, by the flight, session or application that its address, query or body names; undefined where it names none. */
export function subjectOf({ registry, sessionSummary }: SubjectDeps): (request: FastifyRequest) => Promise<Subject | undefined> {
  const flightsOfSessions = recentMap<string, string>(REMEMBERED);

  const ofFlight = async (flight: string): Promise<Subject | undefined> => {
    const found = await registry.flights.get(flight);
    return found && { applicationId: found.applicationId, live: async () => false };
  };
  const ofSession = async (session: string): Promise<Subject | undefined> => {
    if (!isUuid(session)) return undefined;
    const flight = flightsOfSessions.get(session) ?? (await sessionSummary({ session }))?.flight;
    if (flight === undefined) return undefined;
    flightsOfSessions.set(session, flight);
    const subject = await ofFlight(flight);
    return subject && { ...subject, live: async () => (await sessionSummary({ session }))?.live ?? false };
  };

  return async (request) => {
    const path = pathOf(request);
    const given = { ...record(request.body), ...record(request.query) };
    const { id } = record(request.params);
    if (typeof id === 'string' && path.startsWith('/applications/:id')) return { applicationId: id, live: async () => false };
    if (typeof id === 'string' && path.startsWith('/flights/:id')) return ofFlight(id);
    if (typeof id === 'string' && path.startsWith('/sessions/:id')) return ofSession(id);
    if (typeof id === 'string' && path.startsWith('/exports/:id')) {
      const job = await registry.exportJobs.get(id);
      return job && ofFlight(job.flight);
    }
    if (typeof id === 'string' && path.startsWith('/areas/:id')) {
      const area = await registry.areas.get(id);
      return isRefusal(area) ? undefined : ofFlight(area.flight);
    }
    if (typeof id === 'string' && path.startsWith('/views/:id')) {
      const view = await registry.savedViews.get(id);
      return isRefusal(view) ? undefined : { applicationId: view.application, live: async () => false };
    }
    if (typeof id === 'string' && path.startsWith('/rules/:id')) {
      const rule = await registry.derivedRules.get(id);
      return isRefusal(rule) ? undefined : ofFlight(rule.flight);
    }
    if (typeof given.flight === 'string') {
      const subject = await ofFlight(given.flight);
      return subject && { ...subject, live: async () => given.live === true || given.live === 'true' };
    }
    if (typeof given.session === 'string') return ofSession(given.session);
    if (typeof given.application === 'string') return { applicationId: given.application, live: async () => false };
    if (typeof given.applicationId === 'string') return { applicationId: given.applicationId, live: async () => false };
    return undefined;
  };
}

/** A route's path below `/api/v1`, with the names of its places. */
export const pathOf = (request: FastifyRequest): string => (request.routeOptions.url ?? '').replace(/^\/api\/v1/, '');

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
