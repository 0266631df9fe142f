import { metricId, type Metric } from '@sightline/metrics';
import type { Column, ColumnKind, JsonObject } from '@sightline/protocol';
import { csvLine } from './files/csv-file.ts';
import type { ExportContext } from './export-context.ts';
import type { TableSource } from './table-source.ts';

/** What every column of every table means: made from the schemas of the protocol and the definitions of the metrics. */
export interface Codebook {
  tables: { name: string; meaning: string; key: readonly string[]; columns: ToldColumn[] }[];
  /** The definitions behind `metrics_long`, by `name@version`. */
  metrics?: Record<string, JsonObject>;
}

type ToldColumn = Omit<Column, 'kind'> & { type: ColumnKind };

/** The codebook of some tables. */
export function codebookOf(sources: readonly TableSource[], context: Pick<ExportContext, 'fields' | 'metrics'>): Codebook {
  const tables = sources.map(({ table: { name, meaning, key }, columns }) => ({ name, meaning, key, columns: columns(context).map(told) }));
  const measured = tables.some(({ name }) => name.startsWith('metrics_'));
  return { tables, ...(measured && { metrics: definitions(context.metrics) }) };
}

const told = ({ name, kind, ...column }: Column): ToldColumn => ({ name, type: kind, ...column });

const definitions = (metrics: readonly Metric[]): Record<string, JsonObject> =>
  Object.fromEntries(
    metrics.map((metric) => [
      metricId(metric),
      {
        title: metric.title,
        group: metric.group,
        unit: metric.unit,
        definition: metric.definition,
        source: metric.source,
        parameters: metric.parameters,
        ...(metric.columns && { columns: metric.columns }),
      },
    ]),
  );

const HEAD = ['table', 'column', 'type', 'nullable', 'unit', 'meaning', 'values', 'definition', 'parameters'];

/** The same as a table of its own, a column a row. */
export const codebookCsv = ({ tables }: Codebook): string =>
  [
    csvLine(HEAD),
    ...tables.flatMap(({ name, columns }) =>
      columns.map((column) =>
        csvLine([
          name,
          column.name,
          column.type,
          column.nullable,
          column.unit,
          column.meaning,
          column.values?.join(' | ') ?? '',
          column.definition ?? '',
          column.parameters === undefined ? '' : JSON.stringify(column.parameters),
        ]),
      ),
    ),
  ].join('');
