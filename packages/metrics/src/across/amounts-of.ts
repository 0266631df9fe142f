import type { Metric } from '../metric.ts';
import { TABLE_RULES, type PartKind, type TableRule } from './table-rules.ts';

/** One number that a metric gives of a session. */
export interface Amount {
  /** Empty for the metric itself, else the column of its table; `rows` is how many there are. */
  amount: string;
  unit: string;
  /** What the number can also be told of apart. */
  parts: PartKind | null;
}

/** The numbers of a metric that can be told across sessions; none of what is only meaningful in its session. */
export function amountsOf(metric: Metric): Amount[] {
  if (!metric.columns) return [{ amount: '', unit: metric.unit, parts: metric.unit === 'text' ? 'value' : null }];
  const rule: TableRule | null | undefined = Object.hasOwn(TABLE_RULES, metric.name) ? TABLE_RULES[metric.name] : ROWS_ONLY;
  if (!rule) return [];
  return Object.keys(rule.amounts).map((amount) => ({
    amount,
    unit: rule.units?.[amount] ?? (amount === 'rows' ? 'count' : metric.unit),
    parts: rule.by?.kind ?? null,
  }));
}

const ROWS_ONLY: TableRule = { amounts: { rows: 'sum' } };
