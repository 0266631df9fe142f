/**
 * Reads a list that mostly grows at its end, looking at each item once: ten thousand events more of a hundred thousand then
 * cost ten thousand. A list that changed in another way is read anew.
 */
export function growing<Item, Result>(begin: () => Reading<Item, Result>): (items: readonly Item[]) => Result {
  let seen: readonly Item[] = [];
  let reading = begin();
  let result = reading.result();
  return (items) => {
    if (items === seen) return result;
    const goesOn = isBeginningOf(seen, items);
    if (!goesOn) reading = begin();
    for (const item of goesOn ? items.slice(seen.length) : items) reading.see(item);
    seen = items;
    result = reading.result();
    return result;
  };
}

export interface Reading<Item, Result> {
  see(item: Item): void;
  /** A new value each time, so that whoever shows it sees that it changed. */
  result(): Result;
}

/** Items are only ever put in between, never taken out: where the ends of the old list stand, all of it stands. */
const isBeginningOf = <Item>(before: readonly Item[], after: readonly Item[]): boolean =>
  before.length === 0 || (before.length <= after.length && before[0] === after[0] && before.at(-1) === after[before.length - 1]);
