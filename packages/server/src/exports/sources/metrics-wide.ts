import { measure, metricId, type Metric } from '@sightline/metrics';
import { column, metricsWideTable, type Column, type ColumnKind } from '@sightline/protocol';
import type { Cell, TableSource } from '../table-source.ts';

const kindOfExample = ({ example }: Metric): ColumnKind | undefined =>
  ({ number: 'number', boolean: 'boolean', string: 'text' } as Record<string, ColumnKind>)[typeof example.value];

/** Metrics that are one value; what an example is, every value is, or null. */
const singleOf = (metrics: readonly Metric[]): Metric[] => metrics.filter((metric) => kindOfExample(metric) !== undefined);

/** `rage_clicks.seed@1` → `rage_clicks_seed_1`: a name that pandas and R take without quotes. */
export const metricColumn = (metric: Pick<Metric, 'name' | 'version'>): string => metricId(metric).replaceAll(/[^A-Za-z0-9]+/g, '_');

const columnOfMetric = (metric: Metric): Column =>
  column(metricColumn(metric), kindOfExample(metric) ?? 'text', `${metric.title}: ${metric.definition}`, {
    unit: metric.unit,
    nullable: true,
    definition: metricId(metric),
    parameters: metric.parameters,
  });

/** A session's single values in one row. */
export const metricsWide: TableSource = {
  table: metricsWideTable,
  columns: ({ metrics }) => [...metricsWideTable.columns, ...singleOf(metrics).map(columnOfMetric)],
  rows: {
    by: 'session',
    rows: (events, { session }, metrics) => [[session, ...measure(events, ...singleOf(metrics)).map(cell)]],
  },
};

const cell = (value: unknown): Cell =>
  typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
