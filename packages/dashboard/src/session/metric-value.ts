import type { MetricResult } from '@sightline/protocol';
import { text } from '../text/text.ts';
import { formatDuration } from '../time/format-duration.ts';

/** A metric's value for reading: one figure, or the lines of a list whose first line stands for it. */
export function metricValue({ value, unit }: Pick<MetricResult, 'value' | 'unit'>): { figure: string; lines: string[] } {
  if (typeof value === 'boolean') return { figure: value ? text.yes : text.no, lines: [] };
  if (typeof value === 'number') return { figure: withUnit(value, unit), lines: [] };
  if (Array.isArray(value)) {
    const lines = value.map(line);
    return { figure: lines[0] ?? '–', lines };
  }
  if (value === null || value === undefined) return { figure: '–', lines: [] };
  return { figure: line(value), lines: [] };
}

function withUnit(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  if (unit === 'ms') return formatDuration(value);
  if (unit === 's') return formatDuration(value * 1_000);
  const figure = text.number(value, Number.isInteger(value) ? 0 : 1);
  if (unit === '' || unit === 'count') return figure;
  return unit.startsWith('1/') ? `${figure} ${unit.slice(1)}` : `${figure} ${unit}`;
}

/** Ids and instants, which say nothing to a reader of figures. */
const UNREADABLE = new Set(['pageView', 'at']);

/** An item of a list: what it names first, then its share or length. */
function line(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  return Object.entries(item)
    .filter(([name]) => !UNREADABLE.has(name))
    .map(([name, value]) => {
      if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
      if (/share$/i.test(name)) return `${text.number(value * 100, 1)} %`;
      if (/percent/i.test(name)) return `${text.number(value, 1)} %`;
      return /ms$/i.test(name) ? formatDuration(value) : text.number(value, 1);
    })
    .join(' · ');
}
