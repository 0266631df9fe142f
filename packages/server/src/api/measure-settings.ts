import { METRICS, parameterProblem } from '@sightline/metrics';
import { HttpError, MeasureSettingChange, MeasureSettings, MeasuringProgress, type JsonObject } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Measures'];
const FlightPath = Type.Object({ id: Type.String() });
const SettingPath = Type.Object({ id: Type.String(), metric: Type.String() });

/** What a flight measures metrics with, and how far its results are. */
export const measureSettingsApi =
  ({ accounts, registry, measuring }: Pick<ApiDeps, 'accounts' | 'registry' | 'measuring'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const answer = async (id: string) => ({ settings: await registry.measureSettings.of(id), progress: measuring.progress(id) });
    const isKnown = async (id: string) => (await registry.flights.get(id)) !== undefined;

    api.get<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/measure-settings',
      {
        schema: {
          tags,
          summary: 'Metrics that a flight does not measure with their defaults',
          params: FlightPath,
          response: { 200: MeasureSettings, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => ((await isKnown(id)) ? answer(id) : noFlight(reply, id)),
    );

    api.put<{ Params: Static<typeof SettingPath>; Body: MeasureSettingChange }>(
      '/flights/:id/measure-settings/:metric',
      {
        schema: {
          tags,
          summary: 'Choose a metric’s preset or parameters; its results are computed anew, and the old ones stay under theirs',
          params: SettingPath,
          body: MeasureSettingChange,
          response: { 200: MeasureSettings, '4xx': HttpError },
        },
      },
      async ({ params: { id, metric: name }, body }, reply) => {
        if (!(await isKnown(id))) return noFlight(reply, id);
        const metric = METRICS.find((one) => one.name === name);
        if (!metric) return refuse(reply, { refusal: 'notFound', message: `There is no metric ${JSON.stringify(name)}` });
        const preset = body.preset === undefined ? undefined : metric.presets.find((one) => one.name === body.preset);
        if (body.preset !== undefined && !preset) {
          const known = metric.presets.map((one) => one.name).join(', ') || 'none';
          return refuse(reply, {
            refusal: 'badRequest',
            field: 'preset',
            message: `preset: ${name} has ${known}, got ${JSON.stringify(body.preset)}`,
          });
        }
        const parameters = { ...preset?.parameters, ...body.parameters } as JsonObject;
        const problem = parameterProblem(metric, parameters);
        if (problem !== undefined) return refuse(reply, { refusal: 'badRequest', field: 'parameters', message: problem });
        if (Object.keys(parameters).length === 0) await registry.measureSettings.remove(id, name);
        else await registry.measureSettings.set(id, { metric: name, preset: body.parameters ? null : (preset?.name ?? null), parameters });
        measuring.start(id);
        return answer(id);
      },
    );

    api.get<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/measuring',
      {
        schema: {
          tags,
          summary: 'How far a flight’s results are',
          params: FlightPath,
          response: { 200: MeasuringProgress, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => ((await isKnown(id)) ? measuring.progress(id) : noFlight(reply, id)),
    );

    api.post<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/measuring',
      {
        schema: {
          tags,
          summary: 'Measure what is missing now',
          params: FlightPath,
          response: { 200: MeasuringProgress, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        if (!(await isKnown(id))) return noFlight(reply, id);
        measuring.start(id);
        return measuring.progress(id);
      },
    );

    api.delete<{ Params: Static<typeof FlightPath> }>(
      '/flights/:id/measuring',
      {
        schema: {
          tags,
          summary: 'Stop measuring until it is started again; what is stored stays',
          params: FlightPath,
          response: { 200: MeasuringProgress, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        if (!(await isKnown(id))) return noFlight(reply, id);
        measuring.cancel(id);
        return measuring.progress(id);
      },
    );
  };

const noFlight = (reply: FastifyReply, id: string) =>
  refuse(reply, { refusal: 'notFound', message: `There is no flight ${JSON.stringify(id)}` });
