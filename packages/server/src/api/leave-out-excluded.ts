import type { SessionFilter } from '@sightline/protocol';
import type { FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { pathOf } from '../auth/subject-of.ts';
import type { Registry } from '../registry/registry.ts';
import { withoutExcluded } from '../study/without-excluded.ts';

/** Routes that show single sessions: whoever was excluded can be looked at there. */
const SHOWING: ReadonlySet<string> = new Set(['/sessions', '/quality']);

/**
 * A Fastify `preHandler` hook that narrows every session filter, in query and body, to the sessions that count. It knows filters by
 * their schema, so that no route can forget it.
 */
export function leaveOutExcluded(registry: Pick<Registry, 'studies' | 'participants'>): preHandlerAsyncHookHandler {
  const narrowed = withoutExcluded(registry);
  return async (request) => {
    if (SHOWING.has(pathOf(request))) return;
    const given = filterIn(request);
    // Who asks for one session by name means that one.
    if (!given || given.session !== undefined) return;
    const { whereNot } = await narrowed(given);
    if (whereNot === undefined) return;
    Object.assign(given, { whereNot, ...(given.against !== undefined && { against: withLeftOut(given.against, whereNot) }) });
  };
}

type GivenFilter = SessionFilter & { session?: string; against?: string };

function filterIn({ routeOptions: { schema }, query, body }: FastifyRequest): GivenFilter | undefined {
  if (isFilter(schema?.querystring)) return query as GivenFilter;
  return isFilter(schema?.body) ? (body as GivenFilter) : undefined;
}

const isFilter = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'properties' in schema && Object.hasOwn(schema.properties as object, 'excluded');

/** What is compared with is a filter of its own, as a query string. */
function withLeftOut(against: string, whereNot: readonly string[]): string {
  const filter = new URLSearchParams(against);
  for (const pair of whereNot) filter.append('whereNot', pair);
  return filter.toString();
}
