import { measure, metricId } from '@sightline/metrics';
import { metricsLongTable } from '@sightline/protocol';
import type { Cell, TableSource } from '../table-source.ts';
import { unitOfCell } from './unit-of-cell.ts';

/** Every value of every metric: what `measure` gives, whoever runs it. */
export const metricsLong: TableSource = {
  table: metricsLongTable,
  columns: () => metricsLongTable.columns,
  rows: {
    by: 'session',
    rows(events, { session }, metrics) {
      const values = measure(events, ...metrics);
      return metrics.flatMap((metric, index) => {
        const unit = unitOfCell(metric);
        return cellsOf(values[index]).map(({ row, field, value }): Cell[] => [
          session,
          metricId(metric),
          row,
          field,
          amount(value),
          words(value),
          unit(field, value),
        ]);
      });
    },
  },
};

interface MetricCell {
  row: number | null;
  field: string;
  value: unknown;
}

/** One value, or the cells of a table; a table without rows has none. */
function cellsOf(value: unknown): MetricCell[] {
  if (Array.isArray(value))
    return value.flatMap((entry: unknown, index) => fieldsOf(entry).map(([field, cell]) => ({ row: index + 1, field, value: cell })));
  if (typeof value === 'object' && value !== null) return fieldsOf(value).map(([field, cell]) => ({ row: null, field, value: cell }));
  return [{ row: null, field: '', value }];
}

const fieldsOf = (entry: unknown): [string, unknown][] =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.entries(entry) : [['', entry]];

const amount = (value: unknown): number | null => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null);

const words = (value: unknown): string | null => {
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
