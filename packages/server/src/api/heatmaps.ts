import {
  HeatBackgrounds,
  HeatElements,
  HeatmapPages,
  HeatmapPagesQuery,
  HeatPageQuery,
  HeatPointsOfTwo,
  HeatPointsQuery,
  HeatReading,
  HttpError,
} from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { requireAccount } from '../auth/require-account.ts';
import { againstOf } from './against.ts';
import type { ApiDeps } from './api-deps.ts';
import { readHeat } from './read-heat.ts';
import { refuse } from './refuse.ts';

const tags = ['Heatmaps'];
/** Views of a page that a reader may choose the background from. */
const BACKGROUNDS = 20;

/** Where on a page something happened, how far it was seen, and what can stand behind the maps. */
export const heatmapsApi =
  ({ accounts, store, gathering, measuring }: Pick<ApiDeps, 'accounts' | 'store' | 'gathering' | 'measuring'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    api.addHook('onRequest', async () => gathering.lookedAt());
    const read = readHeat({ store });

    api.get<{ Querystring: HeatmapPagesQuery }>(
      '/heatmaps/pages',
      {
        schema: {
          tags,
          summary: 'Pages there are maps of',
          querystring: HeatmapPagesQuery,
          response: { 200: HeatmapPages, '4xx': HttpError },
        },
      },
      ({ query }) => store.heatPages(query),
    );
    api.get<{ Querystring: HeatPointsQuery }>(
      '/heatmaps/points',
      {
        schema: {
          tags,
          summary: 'Where on a page people clicked, moved or looked',
          querystring: HeatPointsQuery,
          response: { 200: HeatPointsOfTwo, '4xx': HttpError },
        },
      },
      ({ query: { against, ...query } }, reply) => {
        const other = against === undefined ? undefined : againstOf(against);
        if (typeof other === 'string') return refuse(reply, { refusal: 'badRequest', field: 'against', message: other });
        return store.heatPoints({ ...query, against: other });
      },
    );
    api.get<{ Querystring: HeatPageQuery }>(
      '/heatmaps/elements',
      {
        schema: {
          tags,
          summary: 'Elements of a page by clicks',
          querystring: HeatPageQuery,
          response: { 200: HeatElements, '4xx': HttpError },
        },
      },
      ({ query }) => store.heatElements(query),
    );
    api.get<{ Querystring: HeatPageQuery }>(
      '/heatmaps/reading',
      {
        schema: {
          tags,
          summary: 'How far a page was scrolled, and for how long its parts were seen',
          querystring: HeatPageQuery,
          response: { 200: HeatReading, '4xx': HttpError },
        },
      },
      ({ query }) => {
        measuring.lookAt(query.flight);
        return read(query);
      },
    );
    api.get<{ Querystring: HeatPageQuery }>(
      '/heatmaps/backgrounds',
      {
        schema: {
          tags,
          summary: 'Recorded views of a page',
          querystring: HeatPageQuery,
          response: { 200: HeatBackgrounds, '4xx': HttpError },
        },
      },
      async ({ query }) => ({ views: await store.recordedPageViews({ ...query, limit: BACKGROUNDS }) }) satisfies HeatBackgrounds,
    );
  };
