import { Area, AreaChange, AreaMeasures, AreaMeasuresQuery, Areas, HttpError, NewArea } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal, type Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { measureAreas } from './measure-areas.ts';
import { refuse } from './refuse.ts';

const tags = ['Areas of interest'];
const ById = Type.Object({ id: Type.String() });
type ById = Static<typeof ById>;
const response = { 200: Area, '4xx': HttpError };

/** Areas of interest: drawn or selected on a recorded page, kept in versions, applied to sessions from before and after. */
export const areasApi =
  ({
    accounts,
    registry,
    store,
  }: Pick<ApiDeps, 'accounts' | 'store'> & { registry: Pick<ApiDeps['registry'], 'areas' | 'flights'> }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const measure = measureAreas({ store });
    const answer = (reply: FastifyReply, area: Area | Refusal) => (isRefusal(area) ? refuse(reply, area) : area);

    api.get<{ Params: ById }>(
      '/flights/:id/areas',
      { schema: { tags, summary: 'A flight’s areas', params: ById, response: { 200: Areas, '4xx': HttpError } } },
      async ({ params: { id } }): Promise<Areas> => ({ areas: await registry.areas.ofFlight(id) }),
    );
    api.post<{ Params: ById; Body: NewArea }>(
      '/flights/:id/areas',
      { schema: { tags, summary: 'Add an area', params: ById, body: NewArea, response: { 201: Area, '4xx': HttpError } } },
      async ({ params: { id }, body, account }, reply) => {
        if (!(await registry.flights.get(id)))
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no flight ${JSON.stringify(id)}` });
        const problem = problemOf(body);
        if (problem) return refuse(reply, problem);
        return reply.code(201).send(await registry.areas.add(id, body, account?.name ?? ''));
      },
    );
    api.put<{ Params: ById; Body: AreaChange }>(
      '/areas/:id',
      { schema: { tags, summary: 'Make an area’s next version', params: ById, body: AreaChange, response } },
      async ({ params: { id }, body, account }, reply) => {
        const problem = problemOf(body);
        return problem ? refuse(reply, problem) : answer(reply, await registry.areas.change(id, body, account?.name ?? ''));
      },
    );
    api.delete<{ Params: ById }>(
      '/areas/:id',
      { schema: { tags, summary: 'Retire an area; its versions stay for old results', params: ById, response } },
      async ({ params: { id } }, reply) => answer(reply, await registry.areas.retire(id)),
    );
    api.post<{ Params: ById }>(
      '/areas/:id/restore',
      { schema: { tags, summary: 'Take back that an area was retired', params: ById, response } },
      async ({ params: { id } }, reply) => answer(reply, await registry.areas.restore(id)),
    );
    api.get<{ Querystring: AreaMeasuresQuery }>(
      '/areas/measures',
      {
        schema: {
          tags,
          summary: 'Areas of a page by group: clicks, hovering, time in view, gaze',
          querystring: AreaMeasuresQuery,
          response: { 200: AreaMeasures, '4xx': HttpError },
        },
      },
      async ({ query }, reply) => {
        if (query.area === undefined) {
          const areas = await registry.areas.ofFlight(query.flight);
          return measure(
            query,
            areas.filter(({ path }) => path === query.path),
          );
        }
        const area = await registry.areas.get(query.area, query.version);
        if (isRefusal(area)) return refuse(reply, area);
        if (area.flight !== query.flight)
          return refuse(reply, {
            refusal: 'notFound',
            field: 'area',
            message: `area: expected one of the flight ${JSON.stringify(query.flight)}, got ${JSON.stringify(query.area)} of another`,
          });
        return measure(query, [area]);
      },
    );
  };

function problemOf({ name, shape }: AreaChange): Refusal | undefined {
  if (name !== undefined && name.trim() === '') return { refusal: 'badName', field: 'name', message: 'name: must not be blank' };
  if (shape && shape.top >= shape.bottom)
    return {
      refusal: 'badRequest',
      field: 'shape.top',
      message: `shape.top must be less than shape.bottom, got ${shape.top} and ${shape.bottom}`,
    };
  return undefined;
}
