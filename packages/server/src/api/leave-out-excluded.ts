import type { SessionFilter } from '@sightline/protocol';
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { pathOf } from '../auth/subjects-of.ts';
import type { Registry } from '../registry/registry.ts';
import { withoutExcluded } from '../study/without-excluded.ts';

/** Routes that show single sessions: whoever was excluded can be looked at there, unless it is asked otherwise. */
const SHOWING: ReadonlySet<string> = new Set(['/sessions', '/quality']);

/**
 * A Fastify `preHandler` hook that narrows every session filter, in query and body, to the sessions that count. It knows filters by
 * their schema, so that no route can forget it.
 */
export function leaveOutExcluded(registry: Pick<Registry, 'studies' | 'participants'>): preHandlerAsyncHookHandler {
  const narrowed = withoutExcluded(registry);
  return async (request) => {
    const given = filterIn(request);
    if (SHOWING.has(pathOf(request)) && given?.excluded === undefined) return;
    // Who asks for one session by name means that one.
    if (!given || given.session !== undefined) return;
    Object.assign(given, await narrowed(given));
    if (given.against === undefined) return;
    // What is compared with is a filter of its own, as a query string.
    const other = new URLSearchParams(given.against);
    const { where = [], whereNot = [] } = await narrowed<Narrowed>({
      flight: other.get('flight') ?? given.flight,
      excluded: other.get('excluded') === 'only' ? 'only' : other.get('excluded') === 'true',
      where: other.getAll('where'),
    });
    for (const pair of whereNot) other.append('whereNot', pair);
    if (other.get('excluded') === 'only') {
      other.delete('where');
      for (const pair of where) other.append('where', pair);
    }
    Object.assign(given, { against: other.toString() });
  };
}

type Narrowed = Pick<SessionFilter, 'flight' | 'excluded' | 'where' | 'whereNot'>;
type GivenFilter = SessionFilter & { session?: string; against?: string };

function filterIn({ routeOptions: { schema }, query, body }: FastifyRequest): GivenFilter | undefined {
  if (isFilter(schema?.querystring)) return query as GivenFilter;
  return isFilter(schema?.body) ? (body as GivenFilter) : undefined;
}

const isFilter = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'properties' in schema && Object.hasOwn(schema.properties as object, 'excluded');
