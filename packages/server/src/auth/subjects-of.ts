import { isUuid, type SessionSummary } from '@sightline/protocol';
import type { FastifyRequest } from 'fastify';
import { recentMap } from '../door/recent-map.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { Registry } from '../registry/registry.ts';

/** What a call is about. */
export interface Subject {
  applicationId: string;
  /** Whether it is about sessions that run now, which observers may see. */
  live: () => Promise<boolean>;
}

export interface SubjectDeps {
  registry: Pick<Registry, 'flights' | 'exportJobs' | 'areas' | 'derivedRules' | 'savedViews'>;
  sessionSummary: (key: { session: string }) => Promise<SessionSummary | undefined>;
}

/** How many sessions' flights are remembered: a session's never changes. */
const REMEMBERED = 10_000;

const never = async () => false;

/**
 * Finds what a call is about: all that its address, query and body name, undefined for what is not there. Of query and body only
 * what the route's schema knows is looked at: a name that the route does not read must not decide who may call it.
 */
export function subjectsOf({ registry, sessionSummary }: SubjectDeps): (request: FastifyRequest) => Promise<(Subject | undefined)[]> {
  const flightsOfSessions = recentMap<string, string>(REMEMBERED);

  const ofApplication = async (applicationId: string): Promise<Subject> => ({ applicationId, live: never });
  const ofFlight = async (flight: string, live = false): Promise<Subject | undefined> => {
    const found = await registry.flights.get(flight);
    return found && { applicationId: found.applicationId, live: async () => live };
  };
  const ofSession = async (session: string): Promise<Subject | undefined> => {
    if (!isUuid(session)) return undefined;
    const flight = flightsOfSessions.get(session) ?? (await sessionSummary({ session }))?.flight;
    if (flight === undefined) return undefined;
    flightsOfSessions.set(session, flight);
    const subject = await ofFlight(flight);
    return subject && { ...subject, live: async () => (await sessionSummary({ session }))?.live ?? false };
  };

  /** The first place of a path, by what the path begins with. */
  const places: Record<string, (id: string) => Promise<Subject | undefined>> = {
    '/applications/:id': ofApplication,
    '/flights/:id': ofFlight,
    '/sessions/:id': ofSession,
    async '/exports/:id'(id) {
      const job = await registry.exportJobs.get(id);
      return job && ofFlight(job.flight);
    },
    async '/areas/:id'(id) {
      const area = await registry.areas.get(id);
      return isRefusal(area) ? undefined : ofFlight(area.flight);
    },
    async '/views/:id'(id) {
      const view = await registry.savedViews.get(id);
      return isRefusal(view) ? undefined : ofApplication(view.application);
    },
    async '/rules/:id'(id) {
      const rule = await registry.derivedRules.get(id);
      return isRefusal(rule) ? undefined : ofFlight(rule.flight);
    },
  };
  const ofPath = (request: FastifyRequest) => {
    const find = places[pathOf(request).split('/').slice(0, 3).join('/')];
    const { id } = record(request.params);
    return find && typeof id === 'string' ? [find(id)] : [];
  };

  const named = ({ flight, session, application, applicationId, area, live, against }: Record<string, unknown>) => [
    ...texts(flight).map((id) => ofFlight(id, live === true)),
    ...texts(session).map(ofSession),
    ...[...texts(application), ...texts(applicationId)].map(ofApplication),
    ...texts(area).flatMap((id) => places['/areas/:id']?.(id) ?? []),
    // What is compared with is a filter of its own, as a query string.
    ...texts(against).flatMap((text) => {
      const other = new URLSearchParams(text);
      return other.getAll('flight').map((id) => ofFlight(id, other.get('live') === 'true'));
    }),
  ];

  return (request) => {
    const { schema } = request.routeOptions;
    return Promise.all([
      ...ofPath(request),
      ...named(declared(schema?.querystring, request.query)),
      ...named(declared(schema?.body, request.body)),
    ]);
  };
}

/** A route's path below `/api/v1`, with the names of its places. */
export const pathOf = (request: FastifyRequest): string => (request.routeOptions.url ?? '').replace(/^\/api\/v1/, '');

const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);

/** The part of what is given that a schema knows. */
function declared(schema: unknown, given: unknown): Record<string, unknown> {
  const known = record(record(schema).properties);
  return Object.fromEntries(Object.entries(record(given)).filter(([name]) => Object.hasOwn(known, name)));
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
