/** An item of a list in which the same may come twice. */
export interface Keyed<Item> {
  item: Item;
  place: number;
  /** What it is called, and the how manieth of that name it is: it stays the item's own when others come and go. */
  key: string;
}

/** Gives the items of a list keys of their own. */
export function keyed<Item>(items: readonly Item[], nameOf: (item: Item) => string): Keyed<Item>[] {
  const seen = new Map<string, number>();
  return items.map((item, place) => {
    const name = nameOf(item);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { item, place, key: `${name} ${String(before)}` };
  });
}
