/** How often the one group’s values lie above and below the other’s, value by value. */
export interface Dominance {
  /** Of each value of the first group: (values of the second below it − values above it) ÷ size of the second. */
  first: Float64Array;
  second: Float64Array;
  /** Pairs of equal values. */
  ties: number;
}

/** Compares each value of one sorted group with each of the other, in one walk along both. */
export function dominance(first: Float64Array, second: Float64Array): Dominance {
  const of = (own: Float64Array, other: Float64Array) => {
    let [below, upTo, ties] = [0, 0, 0];
    const shares = own.map((value) => {
      while (below < other.length && (other[below] ?? value) < value) below += 1;
      upTo = Math.max(upTo, below);
      while (upTo < other.length && (other[upTo] ?? value) <= value) upTo += 1;
      ties += upTo - below;
      return (below - (other.length - upTo)) / other.length;
    });
    return { shares, ties };
  };
  const forth = of(first, second);
  return { first: forth.shares, second: of(second, first).shares, ties: forth.ties };
}
