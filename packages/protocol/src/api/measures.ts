import { Type, type Static } from 'typebox';
import { JsonObject } from '../values.ts';
import { SESSION_FILTER, type Device } from './session-filter.ts';

const nullable = Type.Union([Type.Number(), Type.Null()]);
const interval = Type.Union([Type.Tuple([Type.Number(), Type.Number()]), Type.Null()], { description: '95 %.' });

/** A number that a metric gives across sessions. */
export const MetricAmount = Type.Object({
  amount: Type.String({ description: 'Empty for the metric itself, else a column of its table; `rows` counts them.' }),
  unit: Type.String(),
  parts: Type.Union([Type.String(), Type.Null()], { description: 'What it can be told of apart: `page`, `element` …' }),
});

/** `GET /api/v1/measures`: every metric with its definition. */
export const MetricCatalogue = Type.Object({
  metrics: Type.Array(
    Type.Object({
      metric: Type.String({ description: '`name@version`.' }),
      name: Type.String(),
      version: Type.Integer(),
      title: Type.String(),
      group: Type.String(),
      unit: Type.String(),
      definition: Type.String(),
      source: Type.String(),
      columns: Type.Optional(Type.Record(Type.String(), Type.String())),
      parameters: JsonObject,
      presets: Type.Array(Type.Object({ name: Type.String(), source: Type.String(), parameters: JsonObject })),
      amounts: Type.Array(MetricAmount),
    }),
  ),
});
export type MetricCatalogue = Static<typeof MetricCatalogue>;

/** How far the results of a flight are. */
export const MeasuringProgress = Type.Object({
  state: Type.Union(
    ['idle', 'waiting', 'running', 'cancelled', 'failed'].map((state) => Type.Literal(state as MeasuringState)),
    {
      description: '`waiting` for another flight; `cancelled` until it is started again.',
    },
  ),
  done: Type.Integer({ description: 'Sessions of this run.' }),
  total: Type.Integer(),
  message: Type.Optional(Type.String({ description: 'Why it failed.' })),
});
export type MeasuringState = 'idle' | 'waiting' | 'running' | 'cancelled' | 'failed';
export type MeasuringProgress = Omit<Static<typeof MeasuringProgress>, 'state'> & { state: MeasuringState };

/** What a flight measures a metric with: a preset's name or own values; what is not given stays at its default. */
export const MeasureSetting = Type.Object({
  metric: Type.String({ description: 'Its name, without version.' }),
  preset: Type.Union([Type.String(), Type.Null()]),
  parameters: JsonObject,
  changedAt: Type.Integer(),
});
export type MeasureSetting = Static<typeof MeasureSetting>;

/** `GET /api/v1/flights/{id}/measure-settings`: metrics that are not measured with their defaults. */
export const MeasureSettings = Type.Object({ settings: Type.Array(MeasureSetting), progress: MeasuringProgress });
export type MeasureSettings = Omit<Static<typeof MeasureSettings>, 'progress'> & { progress: MeasuringProgress };

/** `PUT /api/v1/flights/{id}/measure-settings/{metric}`: a preset, or parameters that differ from the defaults; neither means the defaults. */
export const MeasureSettingChange = Type.Object({
  preset: Type.Optional(Type.String({ maxLength: 200 })),
  parameters: Type.Optional(JsonObject),
});
export type MeasureSettingChange = Static<typeof MeasureSettingChange>;

/** Query of `GET /api/v1/measures/{metric}`. */
export const MeasureQuery = Type.Object({
  ...SESSION_FILTER,
  amount: Type.Optional(Type.String({ description: 'A column of the metric’s table, or `rows`.' })),
  by: Type.Optional(
    Type.String({
      description:
        'Groups: `field:NAME` of the application-specific data, `device`, `day` (UTC), `entryPage`, or `part` where the metric has parts.',
    }),
  ),
  against: Type.Optional(
    Type.String({ maxLength: 8_000, description: 'A second filter as a query string: both are compared, and `by` is not asked.' }),
  ),
  groups: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 400, description: 'How many, the largest first; 12 where left out, of days 400.' }),
  ),
  points: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_000, description: 'Single values of each group; 200 where left out.' })),
});
export type MeasureQuery = Omit<Static<typeof MeasureQuery>, 'device'> & { device?: Device[] };

const Effect = Type.Union([Type.Object({ value: Type.Number(), interval }), Type.Null()]);

/** A group of sessions, or of parts of sessions, and what the metric says of it. */
export const MeasuredGroup = Type.Object({
  key: Type.String(),
  sessions: Type.Integer({ description: 'That match; of parts: that have it.' }),
  measured: Type.Integer({ description: 'Of these, whose results are stored.' }),
  n: Type.Integer({ description: 'Of these, where the metric could tell a value.' }),
  mean: nullable,
  sd: nullable,
  min: nullable,
  q1: nullable,
  median: nullable,
  q3: nullable,
  max: nullable,
  whiskers: interval,
  medianInterval: interval,
  rate: Type.Union([Type.Object({ yes: Type.Integer(), n: Type.Integer(), interval }), Type.Null()], {
    description: 'Of a yes or no; the interval is Wilson’s.',
  }),
  histogram: Type.Array(Type.Object({ from: Type.Number(), to: Type.Number(), count: Type.Integer() })),
  points: Type.Array(Type.Number(), { description: 'Single values, evenly chosen from the sorted ones where there are more.' }),
});
export type MeasuredGroup = Static<typeof MeasuredGroup>;

export const MeasureComparison = Type.Object({
  overall: Type.Union([
    Type.Object({
      test: Type.Union([Type.Literal('kruskalWallis'), Type.Literal('chiSquared')]),
      statistic: Type.Number(),
      freedom: Type.Integer(),
      p: Type.Number(),
    }),
    Type.Null(),
  ]),
  pairs: Type.Array(
    Type.Object({
      first: Type.Integer({ description: 'Places among the groups.' }),
      second: Type.Integer(),
      difference: Effect,
      cliffsDelta: Effect,
      hedgesG: Effect,
      test: Type.Union([Type.Literal('mannWhitney'), Type.Literal('fisher')]),
      statistic: nullable,
      p: nullable,
      pHolm: nullable,
    }),
  ),
});
export type MeasureComparison = Static<typeof MeasureComparison>;

/** `GET /api/v1/measures/{metric}`: a metric over the sessions that match, in groups, compared. */
export const MeasureAcross = Type.Object({
  metric: Type.String({ description: '`name@version`.' }),
  title: Type.String(),
  unit: Type.String(),
  definition: Type.String(),
  amount: Type.String(),
  parameters: JsonObject,
  preset: Type.Union([Type.String(), Type.Null()]),
  by: Type.String(),
  groups: Type.Array(MeasuredGroup),
  groupsInAll: Type.Integer({ description: 'Smaller ones are left out.' }),
  inBoth: Type.Optional(
    Type.Integer({
      description:
        'With `against`: sessions that both filters mean. Intervals and tests of a comparison hold for groups that have none in common.',
    }),
  ),
  comparison: MeasureComparison,
  progress: MeasuringProgress,
});
export type MeasureAcross = Omit<Static<typeof MeasureAcross>, 'progress'> & { progress: MeasuringProgress };
