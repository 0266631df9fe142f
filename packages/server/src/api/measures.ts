import { amountsOf, METRICS, metricId, type Amount, type Metric } from '@sightline/metrics';
import { HttpError, MeasureAcross, MeasureQuery, MetricCatalogue } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import type { AcrossQuery, GroupBy } from '../store/measure-across.ts';
import { againstOf } from './against.ts';
import type { ApiDeps } from './api-deps.ts';
import { describeGroups } from './describe-groups.ts';
import { refuse } from './refuse.ts';

const tags = ['Measures'];
const MetricPath = Type.Object({ metric: Type.String({ description: 'Its name, with or without version.' }) });
/** More groups than this cannot be told apart in a plot; days are a line. */
const GROUPS = 12;
const DAYS = 400;
const POINTS = 200;

/** Every metric, and each of them over many sessions. */
export const measuresApi =
  ({ accounts, registry, store, measuring }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'measuring'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));

    api.get(
      '/measures',
      { schema: { tags, summary: 'Every metric with its definition, parameters and presets', response: { 200: MetricCatalogue } } },
      () => CATALOGUE,
    );

    api.get<{ Params: Static<typeof MetricPath>; Querystring: MeasureQuery }>(
      '/measures/:metric',
      {
        schema: {
          tags,
          summary: 'A metric over the sessions that match, in groups, compared',
          params: MetricPath,
          querystring: MeasureQuery,
          response: { 200: MeasureAcross, '4xx': HttpError },
        },
      },
      async ({ params, query }, reply) => {
        const { amount: wanted, by: byText = 'all', against, groups: most, points = POINTS, ...filter } = query;
        const definition = definitionsOf(await registry.measureSettings.of(filter.flight)).definitions.find(
          ({ metric }) => metric.name === params.metric || metricId(metric) === params.metric,
        );
        if (!definition) return refuse(reply, { refusal: 'notFound', message: `There is no metric ${JSON.stringify(params.metric)}` });
        const { metric } = definition;
        const amount = chosenAmount(metric, wanted);
        if (typeof amount === 'string') return refuse(reply, { refusal: 'badRequest', field: 'amount', message: amount });
        const by = groupBy(byText, amount);
        if (by === undefined)
          return refuse(reply, { refusal: 'badRequest', field: 'by', message: `by: ${EXPECTED}; got ${JSON.stringify(byText)}` });
        const other = against === undefined ? undefined : againstOf(against);
        if (typeof other === 'string') return refuse(reply, { refusal: 'badRequest', field: 'against', message: other });
        measuring.lookAt(filter.flight);
        const { name, version } = metric;
        const groups = most ?? (by.type === 'day' ? DAYS : GROUPS);
        const asked: AcrossQuery = {
          filter,
          metric: name,
          version,
          parameters: definition.parameters,
          amount: amount.amount,
          by: other ? { type: 'all' } : by,
          groups,
        };
        const [found, compared, inBoth] = await Promise.all([
          store.measureAcross(asked),
          other && store.measureAcross({ ...asked, filter: other }),
          other && store.sessionsInBoth({ filter, other }),
        ]);
        const named = compared
          ? [...found.map((group) => ({ ...group, key: 'A' })), ...compared.map((group) => ({ ...group, key: 'B' }))]
          : found;
        return {
          metric: metricId(metric),
          title: metric.title,
          unit: amount.unit,
          definition: metric.definition,
          amount: amount.amount,
          parameters: metric.parameters,
          preset: definition.preset,
          by: other ? 'against' : byText,
          groupsInAll: compared ? named.length : (found[0]?.groups ?? 0),
          ...(inBoth !== undefined && { inBoth }),
          ...describeGroups(named, { unit: amount.unit, points, compared: by.type !== 'day' && by.type !== 'part' }),
          progress: measuring.progress(filter.flight),
        } satisfies MeasureAcross;
      },
    );
  };

const CATALOGUE: MetricCatalogue = {
  metrics: METRICS.map((metric) => ({
    metric: metricId(metric),
    name: metric.name,
    version: metric.version,
    title: metric.title,
    group: metric.group,
    unit: metric.unit,
    definition: metric.definition,
    source: metric.source,
    ...(metric.columns && { columns: { ...metric.columns } }),
    parameters: metric.parameters,
    presets: metric.presets.map(({ name, source, parameters }) => ({
      name,
      source,
      parameters: { ...parameters } as MetricCatalogue['metrics'][number]['parameters'],
    })),
    amounts: amountsOf(metric),
  })),
};

/** The amount that is wanted, the first where none is; else what is wrong. */
function chosenAmount(metric: Metric, wanted: string | undefined): Amount | string {
  const amounts = amountsOf(metric);
  const [first] = amounts;
  if (first === undefined) return `${metric.name} says nothing across sessions`;
  if (wanted === undefined || wanted === '') return first;
  const known = amounts.map(({ amount }) => JSON.stringify(amount)).join(', ');
  return amounts.find(({ amount }) => amount === wanted) ?? `amount: expected one of ${known}, got ${JSON.stringify(wanted)}`;
}

const EXPECTED = 'expected all, field:NAME, device, day, entryPage, or part where the metric has parts';

function groupBy(text: string, { parts }: Amount): GroupBy | undefined {
  if (text.startsWith('field:') && text.length > 'field:'.length) return { type: 'field', field: text.slice('field:'.length) };
  // A text has no number of its own: it is told by the values there are.
  if (parts === 'value' && text === 'all') return { type: 'part', kind: parts };
  if (text === 'part') return parts === null ? undefined : { type: 'part', kind: parts };
  return text === 'all' || text === 'device' || text === 'day' || text === 'entryPage' ? { type: text } : undefined;
}
