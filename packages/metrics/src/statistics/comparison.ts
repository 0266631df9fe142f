import { cliffsDelta } from './cliffs-delta.ts';
import { description } from './description.ts';
import { differenceOfMedians, type Effect } from './difference-of-medians.ts';
import { dominance } from './dominance.ts';
import { hedgesG } from './hedges-g.ts';
import { holm } from './holm.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { mannWhitney } from './mann-whitney.ts';
import { chiSquared, differenceOfRates, fisher, type Rate } from './rates.ts';

/** What tells two groups apart. */
export interface PairComparison {
  /** Places of the groups. */
  first: number;
  second: number;
  /** The second’s median (of rates: rate) minus the first’s. */
  difference: Effect | null;
  cliffsDelta: Effect | null;
  hedgesG: Effect | null;
  test: 'mannWhitney' | 'fisher';
  statistic: number | null;
  p: number | null;
  /** After Holm, over all pairs. */
  pHolm: number | null;
}

/** What tells several groups apart: all together, and pair by pair. */
export interface Comparison {
  overall: { test: 'kruskalWallis' | 'chiSquared'; statistic: number; freedom: number; p: number } | null;
  pairs: PairComparison[];
}

/** So many groups are compared pair by pair; more of them say nothing any more. */
const MOST_PAIRED = 8;

/** Compares sorted numbers of groups: differences of medians, Cliff’s delta, Hedges’ g, Mann–Whitney; Kruskal–Wallis for more than two. */
export function compareNumbers(groups: readonly Float64Array[]): Comparison {
  const overall = groups.length > 2 ? kruskalWallis(groups) : null;
  const described = groups.map((group) => description(group));
  return {
    overall: overall && { test: 'kruskalWallis', freedom: groups.filter(({ length }) => length > 0).length - 1, ...overall },
    pairs: corrected(
      pairsOf(groups).map(([first, second, a, b]) => {
        const test = mannWhitney(a, b);
        const [from, to] = [described[first], described[second]];
        return {
          first,
          second,
          difference: differenceOfMedians(a, b),
          cliffsDelta: cliffsDelta(dominance(a, b)),
          hedgesG: from && to ? hedgesG(from, to) : null,
          test: 'mannWhitney',
          statistic: test?.statistic ?? null,
          p: test?.p ?? null,
        };
      }),
    ),
  };
}

/** Compares rates of groups: differences with Newcombe’s interval, Fisher’s exact test; chi-squared for more than two. */
export function compareRates(rates: readonly Rate[]): Comparison {
  const overall = rates.length > 2 ? chiSquared(rates) : null;
  return {
    overall: overall && { test: 'chiSquared', freedom: rates.filter(({ n }) => n > 0).length - 1, ...overall },
    pairs: corrected(
      pairsOf(rates).map(([first, second, a, b]) => ({
        first,
        second,
        difference: differenceOfRates(a, b),
        cliffsDelta: null,
        hedgesG: null,
        test: 'fisher',
        statistic: null,
        p: fisher(a, b),
      })),
    ),
  };
}

function pairsOf<Group>(groups: readonly Group[]): [number, number, Group, Group][] {
  if (groups.length > MOST_PAIRED) return [];
  return groups.flatMap((a, first) =>
    groups.slice(first + 1).map((b, ahead): [number, number, Group, Group] => [first, first + 1 + ahead, a, b]),
  );
}

function corrected(pairs: Omit<PairComparison, 'pHolm'>[]): PairComparison[] {
  const told = pairs.flatMap(({ p }) => (p === null ? [] : [p]));
  const values = holm(told);
  let next = 0;
  return pairs.map((pair) => ({ ...pair, pHolm: pair.p === null ? null : (values[next++] ?? null) }));
}
