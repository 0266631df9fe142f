/** The index of the item nearest to an instant, among items in order of time; -1 where there is none. */
export function nearest(items: readonly { at: number }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const after = items[low];
  const before = items[low - 1];
  if (!after) return low - 1;
  return before && at - before.at <= after.at - at ? low - 1 : low;
}
