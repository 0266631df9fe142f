import { HttpError, Overview, OverviewQuery, PagesQuery, PageTable } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Over many sessions'];

/** What happened over many sessions: traffic, and pages. */
export const overviewApi =
  ({ accounts, store }: Pick<ApiDeps, 'accounts' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get<{ Querystring: OverviewQuery }>(
      '/overview',
      { schema: { tags, summary: 'Traffic of a flight', querystring: OverviewQuery, response: { 200: Overview, '4xx': HttpError } } },
      async ({ query }, reply) => {
        if (query.timeZone !== undefined && !isTimeZone(query.timeZone)) {
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'timeZone',
            message: `timeZone: expected an IANA name such as Europe/Berlin, got ${JSON.stringify(query.timeZone)}`,
          });
        }
        return store.overview(query);
      },
    );

    api.get<{ Querystring: PagesQuery }>(
      '/pages',
      { schema: { tags, summary: 'Pages of a flight', querystring: PagesQuery, response: { 200: PageTable, '4xx': HttpError } } },
      ({ query }) => store.pageTable(query),
    );
  };

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // A RangeError is how Intl says that it knows no such zone.
    return false;
  }
}
