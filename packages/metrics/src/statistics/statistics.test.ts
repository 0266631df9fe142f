import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cliffsDelta } from './cliffs-delta.ts';
import { compareNumbers, compareRates } from './comparison.ts';
import { description } from './description.ts';
import { differenceOfMedians } from './difference-of-medians.ts';
import { dominance } from './dominance.ts';
import { fairCoinAtMost } from './fair-coin.ts';
import { gammaUpper } from './gamma-upper.ts';
import { hedgesG } from './hedges-g.ts';
import { histograms } from './histogram.ts';
import { holm } from './holm.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { logGamma } from './log-gamma.ts';
import { mannWhitney } from './mann-whitney.ts';
import { medianInterval } from './median-interval.ts';
import { normalAbove, normalQuantile } from './normal.ts';
import { chiSquared, differenceOfRates, fisher, wilson } from './rates.ts';
import { evenSample } from './sample.ts';

/** As the functions here want them. */
const ascending = (values: Iterable<number>): Float64Array => Float64Array.from(values).sort();

// Reference values: SciPy 1.17 and NumPy, by the calls named; where SciPy has no such call, by the published formula written anew in
// NumPy over SciPy's distributions.
const A = ascending([3.1, 4.7, 5, 5.2, 6.9, 7.4, 8.8, 9.1, 10.3, 12.5]);
const B = ascending([1.2, 2.6, 4.1, 4.4, 5.9, 6.1, 6.6, 7]);
const C = ascending([1, 2, 2, 3, 3, 3, 4, 5, 5, 9, 9, 12]);
const D = ascending([2, 2, 3, 3, 3, 3, 1, 1, 0, 5, 2]);
const E = ascending([7, 8, 8, 9, 10, 10, 11, 12]);

/** Equal to nine digits: as many as any figure of a paper could ask for. */
const near = (value: number | undefined | null, expected: number) =>
  expect(
    Math.abs((value ?? Number.NaN) - expected) <= 1e-9 * Math.max(1e-12, Math.abs(expected)) || value === expected,
    `${value} is ${expected}`,
  ).toBe(true);

const nearAll = (values: readonly (number | undefined)[], expected: readonly number[]) =>
  expected.forEach((one, index) => near(values[index], one));

describe('the functions under the tests', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [2.5, 0.2846828704729192],
    [10, 12.801827480081469],
    [171.5, 709.1431630309283],
    [1e5, 1_051_287.7089736569],
  ])('logGamma(%d): scipy.special.gammaln', (x, expected) => near(logGamma(x), expected));

  test.each([
    [0.5, 0.1, 0.6547208460185768],
    [0.5, 2, 0.04550026389635857],
    [1, 1, 0.36787944117144245],
    [2.5, 10, 0.0012497305630313773],
    [10, 3, 0.9988975118698845],
    [50, 60, 0.08440668109369177],
    [0.5, 40, 3.744097384202887e-19],
    [3, 0, 1],
  ])('gammaUpper(%d, %d): scipy.special.gammaincc', (a, x, expected) => near(gammaUpper(a, x), expected));

  test.each([
    [-3, 0.9986501019683699],
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1.96, 0.024997895148220435],
    [5, 2.866515718791933e-7],
    [10, 7.61985302416047e-24],
  ])('normalAbove(%d): scipy.stats.norm.sf', (z, expected) => near(normalAbove(z), expected));

  test.each([
    [1e-6, -4.753424308822899],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.9, 1.2815515655446004],
  ])('normalQuantile(%d): scipy.stats.norm.ppf', (share, expected) => near(normalQuantile(share), expected));

  test.each([0, 1, -1, Number.NaN])('a quantile of the share %d is refused', (share) =>
    expect(() => normalQuantile(share)).toThrow('between 0 and 1'),
  );

  test.each([
    [10, 2, 0.0546875],
    [101, 40, 0.023022033464671392],
    [5_000, 2_430, 0.024657929052085727],
    [10, -1, 0],
    [3, 3, 1],
  ])('fairCoinAtMost(%d, %d): scipy.stats.binom.cdf', (n, k, expected) => near(fairCoinAtMost(n, k), expected));
});

describe('a group is described', () => {
  test.each([
    ['A', A, 7.3, 2.9021065146238554, [5.05, 7.15, 9.025], [4.7, 10.3]],
    ['B', B, 4.7375, 2.049346585761283, [3.725, 5.15, 6.225], [1.2, 7]],
    ['C, with ties', C, 4.833333333333333, 3.40676688460784, [2.75, 3.5, 6], [2, 9]],
  ])('%s: numpy.mean, std(ddof=1), quantile; ranks by scipy.stats.binom.cdf', (_, values, mean, sd, quartiles, interval) => {
    const told = description(values);
    near(told.mean, mean);
    near(told.sd, sd);
    nearAll([told.q1 ?? NaN, told.median ?? NaN, told.q3 ?? NaN], quartiles);
    expect(told.medianInterval).toEqual(interval);
  });

  test.each([
    [0, null],
    [5, null],
    [6, [1, 6]],
    [8, [1, 8]],
    [9, [2, 8]],
  ])('the median of %d values has the interval %j', (n, expected) => {
    expect(medianInterval(Array.from({ length: n }, (__, index) => index + 1))).toEqual(expected);
  });

  test('the interval of the largest exact sample and of the one after it lie within two ranks of each other', () => {
    const of = (n: number) => medianInterval(Array.from({ length: n }, (_, index) => index))?.[0] ?? 0;
    expect(Math.abs(of(5_001) - of(5_000))).toBeLessThanOrEqual(2);
  });

  test('whiskers end at values within one and a half interquartile ranges; what lies beyond is an outlier', () => {
    expect(description(ascending([1, 2, 3, 4, 5, 100])).whiskers).toEqual([1, 5]);
    expect(description(ascending([])).n).toBe(0);
    expect(description(ascending([4]))).toMatchObject({ n: 1, mean: 4, sd: null, median: 4, whiskers: [4, 4], medianInterval: null });
  });
});

describe('two groups are compared', () => {
  test.each([
    [
      'A, B',
      A,
      B,
      [-2, -5.222918140237012, 1.2229181402370122],
      [-0.525, -0.8215598576241737, -0.004837212539441036],
      [-0.9516369709040623, -1.9319245024783531, 0.02865056067022853],
    ],
    [
      'C, D',
      C,
      D,
      [-1.5, -4.982508011087328, 1.982508011087328],
      [-0.5, -0.7803869729341573, -0.052205289077013016],
      [-0.9364409140320167, -1.7981698718060584, -0.074711956257975],
    ],
    [
      'C, E',
      C,
      E,
      [6, 2.3074861457362412, 9.692513854263758],
      [0.6979166666666666, 0.21812618923698965, 0.9060058901423801],
      [1.5191454559376203, 0.5082363760948001, 2.5300545357804403],
    ],
  ])('%s: medians by Price and Bonett, Cliff’s delta, Hedges’ g', (_, first, second, medians, delta, g) => {
    const effects = [
      differenceOfMedians(first, second),
      cliffsDelta(dominance(first, second)),
      hedgesG(description(first), description(second)),
    ];
    [medians, delta, g].forEach((expected, index) => nearAll([effects[index]?.value, ...(effects[index]?.interval ?? [])], expected));
  });

  test.each([
    ['exact', A, B, 61, 0.0675990675990676],
    ['asymptotic, with ties', C, D, 99, 0.040992217163125205],
    ['asymptotic, with ties', C, E, 14.5, 0.010511268944129069],
  ])('scipy.stats.mannwhitneyu, %s', (_, first, second, statistic, p) => {
    const told = mannWhitney(first, second);
    near(told?.statistic, statistic);
    near(told?.p, p);
  });

  test('groups that do not overlap have a delta of 1 and an interval that ends there', () => {
    const effect = cliffsDelta(dominance(ascending([1, 2, 3, 4, 5]), ascending([6, 7, 8, 9])));
    expect(effect?.value).toBe(1);
    expect(effect?.interval?.[1]).toBe(1);
  });

  test('nothing can be told of an empty group, and all that is equal is no difference', () => {
    expect(mannWhitney(A, ascending([]))).toBeNull();
    expect(differenceOfMedians(A, ascending([]))).toBeNull();
    expect(mannWhitney(ascending([1, 1]), ascending([1, 1, 1]))?.p).toBe(1);
    expect(hedgesG(description(ascending([1, 1])), description(ascending([1, 1])))).toBeNull();
  });

  test('turned round, effects change their sign and p stays', () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const [x, y] = [ascending(one), ascending(other)];
        expect(cliffsDelta(dominance(x, y))?.value).toBeCloseTo(-(cliffsDelta(dominance(y, x))?.value ?? 0), 12);
        expect(mannWhitney(x, y)?.p).toBeCloseTo(mannWhitney(y, x)?.p ?? 0, 12);
      }),
    );
  });
});

describe('several groups are compared', () => {
  test('scipy.stats.kruskal', () => {
    const [three, two] = [kruskalWallis([C, D, E]), kruskalWallis([A, B])];
    nearAll([three?.statistic, three?.p], [15.894049086054634, 0.00035371305839426503]);
    nearAll([two?.statistic, two?.p], [3.481578947368412, 0.0620555024536233]);
    expect(kruskalWallis([A, ascending([])])).toBeNull();
    expect(kruskalWallis([ascending([1, 1]), ascending([1])])).toBeNull();
  });

  test('pairs are corrected after Holm, and nine groups are not compared pair by pair', () => {
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    const compared = compareNumbers([C, D, E]);
    expect(compared.pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    for (const { p, pHolm } of compared.pairs) expect(pHolm ?? 0).toBeGreaterThanOrEqual(p ?? 1);
    expect(compareNumbers(Array.from({ length: 9 }, () => A)).pairs).toEqual([]);
    expect(compareNumbers([A, B]).overall).toBeNull();
  });
});

describe('rates', () => {
  test.each([
    [0, 10, 0, 0.27753279986288926],
    [3, 20, 0.05236874589621662, 0.3604188647407569],
    [20, 20, 0.8388748419471808, 1],
    [450, 1_000, 0.41941538407429674, 0.48096729177425873],
  ])('%d of %d: scipy.stats.binomtest().proportion_ci(method="wilson")', (yes, n, low, high) =>
    nearAll(wilson({ yes, n }) ?? [], [low, high]),
  );

  test.each([
    [8, 10, 1, 6, 0.034965034965034975],
    [30, 100, 45, 100, 0.040534006514982644],
    [0, 10, 10, 10, 1.082508822446903e-5],
    [5, 10, 5, 10, 1],
  ])('%d of %d and %d of %d: scipy.stats.fisher_exact', (a, n, b, m, p) => near(fisher({ yes: a, n }, { yes: b, n: m }), p));

  test.each([
    [30, 100, 45, 100, 0.15, 0.015852195068122715, 0.27683085391962486],
    [1, 10, 9, 12, 0.65, 0.23502585510480656, 0.8307874513214247],
  ])('%d of %d and %d of %d differ by Newcombe’s interval', (a, n, b, m, ...expected) => {
    const effect = differenceOfRates({ yes: a, n }, { yes: b, n: m });
    nearAll([effect?.value, ...(effect?.interval ?? [])], expected);
  });

  test('scipy.stats.chi2_contingency(correction=False)', () => {
    const rates = [
      { yes: 10, n: 30 },
      { yes: 15, n: 30 },
      { yes: 25, n: 30 },
    ];
    nearAll([chiSquared(rates)?.statistic, chiSquared(rates)?.p], [15.75, 0.0003801289578694639]);
    expect(compareRates(rates).overall?.freedom).toBe(2);
    expect(
      chiSquared([
        { yes: 0, n: 3 },
        { yes: 0, n: 4 },
      ]),
    ).toBeNull();
  });
});

describe('histograms and samples', () => {
  test('every value is in one bin, and groups share their bins', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        const groups = [ascending(one), ascending(other)];
        const bins = histograms(groups);
        bins.forEach((each, index) => expect(each.reduce((sum, { count }) => sum + count, 0)).toBe(groups[index]?.length));
        expect(bins[0]?.map(({ from }) => from)).toEqual(bins[1]?.map(({ from }) => from));
        expect(bins[0]?.length ?? 0).toBeLessThanOrEqual(62);
      }),
    );
  });

  test('few whole numbers have a bin each, with the number in its middle', () => {
    const [one, other] = histograms([ascending([0, 0, 1, 1, 1, 2]), ascending([3])]);
    expect(one?.map(({ from, to, count }) => [from, to, count])).toEqual([
      [-0.5, 0.5, 2],
      [0.5, 1.5, 3],
      [1.5, 2.5, 1],
      [2.5, 3.5, 0],
    ]);
    expect(other?.map(({ count }) => count)).toEqual([0, 0, 0, 1]);
    expect(histograms([ascending([0, 20])])[0]).toHaveLength(21);
    expect(histograms([ascending([0, 21])])[0]?.[0]).toMatchObject({ from: 0, to: 20 });
  });

  test.each([
    ['ms', 100_000, 30_000],
    ['ms', 1_000_000, 300_000],
    ['ms', 12_000, 5_000],
    ['ms', 400, 200],
    ['', 100_000, 50_000],
  ])('in %s, values spread up to %d are put into bins of %d', (unit, most, width) => {
    const [bins] = histograms([ascending(Array.from({ length: 40 }, (_, index) => (most * index) / 39))], unit);
    expect(bins?.[0]).toMatchObject({ from: 0, to: width });
  });

  test('a boundary belongs to the bin that begins there', () => {
    const [bins] = histograms([ascending([0, 1, 2, 3, 4, 5, 6, 7.5])]);
    expect(bins?.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0, 5, 5],
      [5, 10, 3],
    ]);
  });

  test.each([
    [5, [0, 1, 2, 3, 4]],
    [3, [0, 2, 4]],
    [2, [0, 4]],
  ])('a sample of %d keeps the ends', (most, expected) => expect(evenSample([0, 1, 2, 3, 4], most)).toEqual(expected));
});
