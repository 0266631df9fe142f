import { createHash } from 'node:crypto';

/** The items in a random order that is the same for the same seed (Fisher and Yates, with SHA-256 for dice). */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, `${seed}:${last}`);
    const moved = order[last] as Item;
    order[last] = order[other] as Item;
    order[other] = moved;
  }
  return order;
}

/** A whole number from 0, below the limit; of 48 bits the remainder favours nobody measurably. */
const below = (limit: number, seed: string): number => createHash('sha256').update(seed).digest().readUIntBE(0, 6) % limit;
