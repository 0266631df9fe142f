import type { MetricResult } from '@sightline/protocol';

/** `metric@version`, row and field → value, as exports have them. */
export type Cells = Record<string, number | string | null>;

export type Measured = Pick<MetricResult, 'metric' | 'value'>;

/** Values as `metrics_long` writes them. */
export function cellsOf(measured: readonly Measured[]): Cells {
  const cells: Cells = {};
  const put = (metric: string, row: number | '', entry: unknown) => {
    const fields = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.entries(entry) : [['', entry] as const];
    for (const [field, value] of fields) cells[`${metric} ${String(row)} ${field}`] = plain(value);
  };
  for (const { metric, value } of measured) {
    if (Array.isArray(value)) value.forEach((entry, index) => put(metric, index + 1, entry));
    else put(metric, '', value);
  }
  return cells;
}

const plain = (value: unknown): number | string | null =>
  typeof value === 'boolean'
    ? Number(value)
    : typeof value === 'number' || typeof value === 'string'
      ? value
      : value === null || value === undefined
        ? null
        : JSON.stringify(value);
