/**
 * Orders in which conditions are met, by number: in each row every condition once, in each column too, and each condition follows
 * each other equally often (Williams' design). An odd number of conditions needs twice as many rows for that: the mirrored ones.
 */
export function latinSquare(size: number): number[][] {
  // 0, 1, n−1, 2, n−2, …
  const first = Array.from({ length: size }, (_, place) => (place % 2 === 1 ? (place + 1) / 2 : (size - place / 2) % size));
  const rows = Array.from({ length: size }, (_, row) => first.map((condition) => (condition + row) % size));
  return size % 2 === 0 ? rows : [...rows, ...rows.map((row) => row.toReversed())];
}
