/** Groups’ sums of ranks among all their values together. */
export interface Ranks {
  /** One for each group; equal values share the mean of their ranks. */
  sums: number[];
  /** Σ (t³ − t) over runs of t equal values: what a correction for ties needs. */
  ties: number;
  n: number;
}

/** Ranks the values of sorted groups together. */
export function ranks(groups: readonly Float64Array[]): Ranks {
  const places = groups.map(() => 0);
  const sums = groups.map(() => 0);
  const n = groups.reduce((all, { length }) => all + length, 0);
  let ties = 0;
  for (let ranked = 0; ranked < n;) {
    const least = Math.min(...groups.map((group, index) => group[places[index] ?? 0] ?? Number.POSITIVE_INFINITY));
    const equal = groups.map((group, index) => runOf(group, places[index] ?? 0, least));
    const size = equal.reduce((all, one) => all + one, 0);
    const rank = ranked + (size + 1) / 2;
    equal.forEach((count, index) => {
      sums[index] = (sums[index] ?? 0) + count * rank;
      places[index] = (places[index] ?? 0) + count;
    });
    ties += size ** 3 - size;
    ranked += size;
  }
  return { sums, ties, n };
}

function runOf(group: Float64Array, from: number, value: number): number {
  let until = from;
  while (until < group.length && group[until] === value) until += 1;
  return until - from;
}
