import type { FastifyRequest, onResponseAsyncHookHandler } from 'fastify';
import { recentMap } from '../door/recent-map.ts';
import type { Registry } from '../registry/registry.ts';
import { pathOf, subjectsOf, type SubjectDeps } from './subjects-of.ts';

/** What is looked at and worth remembering; everything that changes something is. */
const LOOKS: readonly { path: RegExp; action: string }[] = [
  { path: /^\/sessions\/:id\/recording$/, action: 'recording.view' },
  { path: /^\/sessions\/:id\/recording\/file$/, action: 'recording.take' },
  { path: /^\/flights\/:id\/participants\.csv$/, action: 'participants.take' },
  { path: /^\/exports\/:id\/(file|download)|\/export$|^\/exports$/, action: 'export.take' },
  { path: /^\/people\/:id$/, action: 'person.view' },
];

/** Looking at the same thing again within so long is one look. */
const SAME_LOOK_MS = 3_600_000;
const LOOKS_REMEMBERED = 10_000;

/** What a call is called in the log: the thing and what was done to it, such as `flights.change`. */
const VERBS: Record<string, string> = { POST: 'make', PUT: 'set', PATCH: 'change', DELETE: 'remove' };

/** A Fastify `onResponse` hook that remembers who changed what, and who saw which recording and took which data. */
export function auditTrail({
  registry,
  log,
  now,
  ...deps
}: SubjectDeps & {
  registry: Pick<Registry, 'audit' | 'flights' | 'exportJobs' | 'areas' | 'derivedRules'>;
  log: { error(details: object, message: string): void };
  now: () => number;
}): onResponseAsyncHookHandler {
  const find = subjectsOf({ registry, ...deps });
  const looked = recentMap<string, number>(LOOKS_REMEMBERED);
  return async (request, reply) => {
    const { account, apiKey } = request;
    if (!account || reply.statusCode >= 400) return;
    const action = actionOf(request);
    if (action === undefined) return;
    const subject = nameOf(request);
    if (request.method === 'GET') {
      const look = `${account.id} ${action} ${subject}`;
      const last = looked.get(look);
      if (last !== undefined && now() - last < SAME_LOOK_MS) return;
      looked.set(look, now());
    }
    try {
      await registry.audit.note({
        account: `${account.name} <${account.email}>`,
        key: apiKey?.name ?? null,
        action,
        subject,
        applicationId: (await find(request))[0]?.applicationId ?? null,
      });
    } catch (error) {
      log.error({ err: error, action, subject }, 'what was done could not be written to the audit log');
    }
  };
}

function actionOf(request: FastifyRequest): string | undefined {
  const path = pathOf(request);
  if (request.method === 'GET') return LOOKS.find((look) => look.path.test(path))?.action;
  const verb = VERBS[request.method];
  if (verb === undefined || path === '') return undefined;
  const things = path.split('/').filter((part) => part !== '' && !part.startsWith(':'));
  return `${things.join('.')}.${verb}`;
}

/** The address called, without what a query says of filters; of somebody who was erased, without the id that their browser still has. */
const nameOf = (request: FastifyRequest): string => {
  const address = (request.url.split('?')[0] ?? '').replace(/^\/api\/v1/, '').slice(0, 400);
  return request.method === 'DELETE' ? address.replace(/^\/(people\/visitor-|sessions\/)[^/]+$/, '/$1…') : address;
};
