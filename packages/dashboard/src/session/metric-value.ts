import type { MetricResult } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';

/** A metric's value as it is shown: one figure, a table, or that it was not measured. */
export type MetricValue = { type: 'figure'; figure: string } | { type: 'table'; rows: readonly object[] } | { type: 'unmeasured' };

/** Sorts out what kind of value a metric has, and writes a single one with its unit. */
export function metricValue({ value, unit }: Pick<MetricResult, 'value' | 'unit'>): MetricValue {
  if (typeof value === 'number') return Number.isFinite(value) ? { type: 'figure', figure: withUnit(value, unit) } : { type: 'unmeasured' };
  if (typeof value === 'boolean') return { type: 'figure', figure: value ? text.yes : text.no };
  if (Array.isArray(value)) return { type: 'table', rows: value.map(row) };
  if (isUnknown(value)) return { type: 'unmeasured' };
  return typeof value === 'object' && value !== null ? { type: 'table', rows: [value] } : { type: 'figure', figure: String(value) };
}

/** Whether a value says that it cannot be told: null, or a row of nothing but that. */
export const isUnknown = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((part) => part === null));

/** Units that say nothing beside a figure. */
const UNSAID = new Set(['', 'count', 'rank']);

function withUnit(value: number, unit: string): string {
  if (unit === 'ms') return formatDuration(value);
  if (unit === 's') return formatDuration(value * 1_000);
  if (unit === 'share') return `${text.number(value * 100, 1)} %`;
  const figure = text.number(value, 1);
  if (UNSAID.has(unit)) return figure;
  return unit.startsWith('1/') ? `${figure} ${unit.slice(1)}` : `${figure} ${unit}`;
}

const row = (item: unknown): object => (typeof item === 'object' && item !== null ? item : { value: item });
