import type { Cells } from './cells.ts';

/** Intervals are exported with their ends in whole milliseconds: a length that is put together of several is off by some. */
const OF_INTERVALS =
  /^(?:open|visible|focused|active)_time|^page_dwell_visible.* dwellMs$|^search_dwell.* clientMs$|^form_fields.* timeMs$|^viewport_time_map.* binsMs$/;
const ROUNDED_MS = 2;
/** Depths are recorded in thousandths, from which a page's height follows as well as it can. */
const TOLD_DEPTH = 0.001 + 1e-9;

/** Whether two values are the same but for what the export rounds and what floating point leaves. */
export function isSame(cell: string, expected: Cells[string] | undefined, value: Cells[string] | undefined): boolean {
  if (typeof expected === 'number' && typeof value === 'number') return Math.abs(expected - value) <= leeway(cell, expected);
  const [lists, given] = [listIn(expected), listIn(value)];
  if (!lists || !given) return expected === value;
  return lists.length === given.length && lists.every((one, index) => isSame(cell, one, given[index]));
}

const leeway = (cell: string, expected: number): number =>
  OF_INTERVALS.test(cell) ? ROUNDED_MS : cell.startsWith('scroll_depth_scroll') ? TOLD_DEPTH : 1e-9 * Math.max(1, Math.abs(expected));

/** Lists of numbers are exported as text. */
const listIn = (value: Cells[string] | undefined): number[] | undefined =>
  typeof value === 'string' && value.startsWith('[') ? (JSON.parse(value) as number[]) : undefined;
