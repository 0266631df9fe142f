import { wilson } from '@sightline/metrics';
import { Funnel, FunnelQuery, HttpError, Paths, PathsQuery, Retention, RetentionQuery } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { requireAccount } from '../auth/require-account.ts';
import type { FunnelRow } from '../store/funnel.ts';
import type { SessionGroupBy } from '../store/grouping-of.ts';
import type { RetentionRow } from '../store/retention.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Measures'];
const GROUPS = 8;
const PATHS = 60;
const PERIOD_MS = { day: 86_400_000, week: 7 * 86_400_000 } as const;

/** What people did in order: funnels, paths from page to page, and who came again. */
export const journeysApi =
  ({ accounts, store, now = Date.now }: Pick<ApiDeps, 'accounts' | 'store'> & { now?: () => number }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: FunnelQuery }>(
      '/funnels',
      {
        schema: {
          tags,
          summary: 'How many sessions went how far through steps in order',
          querystring: FunnelQuery,
          response: { 200: Funnel, '4xx': HttpError },
        },
      },
      async ({ query: { step: steps, within, by = 'all', ...filter } }, reply) => {
        const grouping = groupBy(by);
        if (!grouping)
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'by',
            message: `by: expected field:NAME, device or entryPage, got ${JSON.stringify(by)}`,
          });
        const rows = await store.funnel({ filter, steps, by: grouping, groups: GROUPS, ...(within !== undefined && { within }) });
        return { groups: rows.map((row) => funnelGroup(row, steps)) } satisfies Funnel;
      },
    );

    api.get<{ Querystring: PathsQuery }>(
      '/paths',
      { schema: { tags, summary: 'Ways from page to page', querystring: PathsQuery, response: { 200: Paths, '4xx': HttpError } } },
      ({ query: { around, segments, limit = PATHS, ...filter } }) =>
        store.paths({ filter, limit, ...(around !== undefined && { around }), ...(segments !== undefined && { segments }) }),
    );

    api.get<{ Querystring: RetentionQuery }>(
      '/retention',
      {
        schema: {
          tags,
          summary: 'Visitors who came again, by the day or week of their first visit',
          querystring: RetentionQuery,
          response: { 200: Retention, '4xx': HttpError },
        },
      },
      async ({ query: { unit = 'week', ...filter } }) =>
        ({
          unit,
          cohorts: cohorts(await store.retention({ filter, unit }), PERIOD_MS[unit], Math.min(filter.to ?? now(), now())),
        }) satisfies Retention,
    );
  };

function groupBy(text: string): SessionGroupBy | undefined {
  if (text.startsWith('field:') && text.length > 'field:'.length) return { type: 'field', field: text.slice('field:'.length) };
  return text === 'all' || text === 'device' || text === 'entryPage' ? { type: text } : undefined;
}

const funnelGroup = ({ key, sessions, reached, medians }: FunnelRow, steps: readonly string[]): Funnel['groups'][number] => ({
  key,
  sessions,
  steps: steps.map((step, index) => {
    const own = reached[index] ?? 0;
    return {
      step,
      sessions: own,
      interval: wilson({ yes: own, n: index === 0 ? sessions : (reached[index - 1] ?? 0) }),
      medianMs: medians[index] ?? null,
    };
  }),
});

/** A row for each period in which somebody first came, as far as time has gone on. */
function cohorts(rows: readonly RetentionRow[], periodMs: number, until: number): Retention['cohorts'] {
  const begins = [...new Set(rows.map(({ begin }) => begin))];
  return begins.map((begin) => {
    const own = rows.filter((row) => row.begin === begin);
    const periods = Math.max(1, Math.ceil((until - Date.parse(`${begin}T00:00:00Z`)) / periodMs));
    return {
      begin,
      visitors: own.find(({ later }) => later === null)?.visitors ?? 0,
      came: Array.from({ length: Math.min(periods, MOST_PERIODS) }, (_, later) => own.find((row) => row.later === later)?.visitors ?? 0),
    };
  });
}

/** More columns than this no screen shows. */
const MOST_PERIODS = 31;
