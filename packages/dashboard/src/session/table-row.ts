import { formatOffset } from '../time/format-offset.ts';
import { fieldValue } from './field-value.ts';

/** One row of a metric's table for reading: what it is about, and its amounts. */
export interface TableRow {
  name: string;
  amounts: { label: string; figure: string }[];
}

/** Ids that say nothing to a reader. */
const UNREADABLE = new Set(['pageView']);

/** Reads a row: its first text names it, or the instant at which it was; instants count from the session's start. */
export function tableRow(row: object, from: number): TableRow {
  const fields = Object.entries(row)
    .filter(([key]) => !UNREADABLE.has(key))
    .map(([key, value]) => ({
      isText: typeof value === 'string',
      isInstant: key === 'at',
      field: key === 'at' && typeof value === 'number' ? { label: key, figure: formatOffset(value - from) } : fieldValue(key, value),
    }));
  const named = fields.find(({ isText }) => isText) ?? fields.find(({ isInstant }) => isInstant);
  return {
    name: named?.field.figure ?? '',
    amounts: fields.filter((each) => each !== named).map(({ field }) => field),
  };
}
