import type { Metric } from '../metric.ts';
import { amountsOf } from './amounts-of.ts';
import { TABLE_RULES, type Combine, type PartKind } from './table-rules.ts';

/** One number of a session, or of a part of it. */
export interface Figure {
  amount: string;
  /** Empty for the whole session. */
  kind: PartKind | '';
  part: string;
  /** Null where it cannot be told. */
  value: number | null;
}

/** The numbers that a metric's value holds, of the session first; yes is 1 and no 0, a text is counted as the value it is. */
export function figuresOf(metric: Metric, value: unknown): Figure[] {
  if (!metric.columns) {
    if (metric.unit === 'text') return value === null ? [] : [{ amount: '', kind: 'value', part: String(value), value: 1 }];
    return [{ amount: '', kind: '', part: '', value: numberOf(value) }];
  }
  const rows = (Array.isArray(value) ? value : [value]).filter(isRow);
  const rule = TABLE_RULES[metric.name];
  const groups = rule?.by ? grouped(rows, rule.by.column, rule.by.kind) : new Map<string, Row[]>();
  return amountsOf(metric).flatMap(({ amount }) => {
    const how = rule?.amounts[amount] ?? 'sum';
    return [
      { amount, kind: '' as const, part: '', value: combined(rows, amount, how) },
      ...[...groups].map(([part, own]) => ({ amount, kind: rule?.by?.kind ?? ('' as const), part, value: combined(own, amount, how) })),
    ];
  });
}

type Row = Record<string, unknown>;

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

const numberOf = (value: unknown): number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

function combined(rows: readonly Row[], column: string, how: Combine): number | null {
  if (column === 'rows') return rows.length;
  const values = rows.flatMap((row) => numberOf(row[column]) ?? []);
  if (values.length === 0) return how === 'sum' && rows.length === 0 ? 0 : null;
  if (how === 'max') return Math.max(...values);
  const sum = values.reduce((all, one) => all + one, 0);
  return how === 'sum' ? sum : sum / values.length;
}

function grouped(rows: readonly Row[], column: string, kind: PartKind): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const part = kind === 'page' ? pathOf(String(row[column])) : String(row[column]);
    const group = groups.get(part);
    if (group) group.push(row);
    else groups.set(part, [row]);
  }
  return groups;
}

/** A page is its address without host and query, as in filters. */
const pathOf = (url: string): string => url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0] || '/';
