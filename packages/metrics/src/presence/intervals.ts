/** A stretch of time, ms since 1970, `from` included and `to` not. */
export interface Interval {
  from: number;
  to: number;
}

/** The same time as intervals in order that neither touch nor overlap: what a set of intervals covers, once. */
export function union(intervals: readonly Interval[]): Interval[] {
  const covered: Interval[] = [];
  let last: Interval | undefined;
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else covered.push((last = { from, to }));
  }
  return covered;
}

/** The time that both cover; each must be a union. */
export function intersection(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  for (let a = 0, b = 0; a < some.length && b < others.length;) {
    const one = some[a] as Interval;
    const other = others[b] as Interval;
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) common.push({ from, to });
    if (one.to < other.to) a += 1;
    else b += 1;
  }
  return common;
}

/** The time that the first covers and the second does not; each must be a union. */
export function difference(some: readonly Interval[], others: readonly Interval[]): Interval[] {
  const left: Interval[] = [];
  let next = 0;
  for (const { from, to } of some) {
    let start = from;
    while ((others[next]?.to ?? Infinity) <= from) next += 1;
    for (let at = next; (others[at]?.from ?? Infinity) < to; at += 1) {
      const hole = others[at] as Interval;
      if (hole.from > start) left.push({ from: start, to: hole.from });
      start = Math.max(start, hole.to);
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}

/** Milliseconds covered by a union. */
export const lengthOf = (covered: readonly Interval[]): number => covered.reduce((sum, { from, to }) => sum + to - from, 0);
