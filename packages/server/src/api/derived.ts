import { DerivedEvents, DerivedEventsQuery, DerivedRule, DerivedRules, HttpError, Rule } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { createDeriver } from '../derive/deriver.ts';
import { pageSelector, SelectorInvalid } from '../derive/selector.ts';
import type { KeptRule } from '../registry/derived-rules.ts';
import { isRefusal, type Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Derived events'];
const ById = Type.Object({ id: Type.String() });
type ById = Static<typeof ById>;
const response = { 200: DerivedRule, '4xx': HttpError };

/** Rules that are applied to sessions afterwards, and the events that they would have logged. */
export const derivedApi =
  ({
    accounts,
    registry,
    store,
    measuring,
  }: Pick<ApiDeps, 'accounts' | 'store' | 'measuring'> & {
    registry: Pick<ApiDeps['registry'], 'derivedRules' | 'flights'>;
  }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const changed = (flight: string) => {
      if (measuring.progress(flight).state !== 'cancelled') measuring.start(flight);
    };
    const deriver = createDeriver({ store, changed, log: api.log });
    api.addHook('onClose', () => deriver.stop());
    const shown = async (kept: KeptRule): Promise<DerivedRule> => ({
      ...kept,
      progress: {
        ...(await store.derivedProgress({ flight: kept.flight, rule: kept.id, version: kept.version })),
        ...deriver.state(kept.id),
      },
    });
    const applied = async (reply: FastifyReply, kept: KeptRule | Refusal) => {
      if (isRefusal(kept)) return refuse(reply, kept);
      deriver.start(kept);
      return shown(kept);
    };

    api.get<{ Params: ById }>(
      '/flights/:id/rules',
      {
        schema: {
          tags,
          summary: 'A flight’s rules and how far they were applied',
          params: ById,
          response: { 200: DerivedRules, '4xx': HttpError },
        },
      },
      async ({ params: { id } }) =>
        ({ rules: await Promise.all((await registry.derivedRules.ofFlight(id)).map(shown)) }) satisfies DerivedRules,
    );
    api.post<{ Params: ById; Body: Rule }>(
      '/flights/:id/rules',
      {
        schema: {
          tags,
          summary: 'Add a rule and apply it to the flight’s sessions',
          params: ById,
          body: Rule,
          response: { 201: DerivedRule, '4xx': HttpError },
        },
      },
      async ({ params: { id }, body, account }, reply) => {
        if (!(await registry.flights.get(id)))
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no flight ${JSON.stringify(id)}` });
        const problem = problemOf(body);
        if (problem) return refuse(reply, problem);
        reply.code(201);
        return applied(reply, await registry.derivedRules.add(id, body, account?.name ?? ''));
      },
    );
    api.put<{ Params: ById; Body: Rule }>(
      '/rules/:id',
      { schema: { tags, summary: 'Make a rule’s next version and apply it', params: ById, body: Rule, response } },
      async ({ params: { id }, body, account }, reply) => {
        const problem = problemOf(body);
        return problem ? refuse(reply, problem) : applied(reply, await registry.derivedRules.change(id, body, account?.name ?? ''));
      },
    );
    api.post<{ Params: ById }>(
      '/rules/:id/apply',
      { schema: { tags, summary: 'Apply a rule to sessions that are new or grew', params: ById, response } },
      async ({ params: { id } }, reply) => applied(reply, await registry.derivedRules.get(id)),
    );
    api.delete<{ Params: ById }>(
      '/rules/:id',
      { schema: { tags, summary: 'Take a rule and all its events away', params: ById, response: { '4xx': HttpError } } },
      async ({ params: { id } }, reply) => {
        const kept = await registry.derivedRules.get(id);
        if (isRefusal(kept)) return refuse(reply, kept);
        await deriver.cancel(id);
        await store.eraseDerived({ flight: kept.flight, rule: id });
        await registry.derivedRules.remove(id);
        changed(kept.flight);
        return reply.code(204).send();
      },
    );
    api.get<{ Params: ById; Querystring: DerivedEventsQuery }>(
      '/rules/:id/events',
      {
        schema: {
          tags,
          summary: 'What a rule would have logged',
          params: ById,
          querystring: DerivedEventsQuery,
          response: { 200: DerivedEvents, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query }, reply) => {
        const kept = await registry.derivedRules.get(id);
        if (isRefusal(kept)) return refuse(reply, kept);
        return store.derivedEvents({ ...query, flight: kept.flight, rule: id, version: kept.version });
      },
    );
  };

function problemOf(rule: Rule): Refusal | undefined {
  try {
    pageSelector(rule.selector);
    for (const { onElement } of rule.metadata ?? []) if (onElement !== undefined) pageSelector(onElement);
    for (const { selector } of rule.properties?.includeValues ?? []) pageSelector(selector);
    return undefined;
  } catch (error) {
    if (!(error instanceof SelectorInvalid)) throw error;
    return { refusal: 'badRequest', field: 'selector', message: error.message };
  }
}
