import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { density, densityDifference, type Spot } from './density.ts';
import { differenceRamp, heatRamp, inferno } from './palette.ts';
import { placeElements, placePixels } from './place-points.ts';

const GRID = { width: 200, height: 120, cellPx: 4, sigmaPx: 12 };
const spot = fc.record({
  x: fc.integer({ min: 0, max: 199 }),
  y: fc.integer({ min: 0, max: 119 }),
  amount: fc.integer({ min: 1, max: 9 }),
});

describe('density', () => {
  test('is the sum of Gaussians of 1 in the middle', () =>
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 12 }), (spots) => {
        const map = density(spots, GRID);
        const cells = spots.map(({ x, y, amount }) => [Math.floor(x / 4), Math.floor(y / 4), amount] as const);
        for (const [column, row] of [...cells, [25, 15] as const]) {
          let sum = 0;
          for (const [x, y, amount] of cells)
            if (Math.abs(x - column) <= 9 && Math.abs(y - row) <= 9) sum += amount * Math.exp(-((x - column) ** 2 + (y - row) ** 2) / 18);
          expect(map.cells[row * map.columns + column]).toBeCloseTo(sum, 3);
        }
      }),
    ));

  test('does not depend on the order of spots', () =>
    fc.assert(
      fc.property(fc.array(spot), (spots) => {
        expect(density(spots.toReversed(), GRID).most).toBeCloseTo(density(spots, GRID).most, 3);
      }),
    ));

  test('what is outside of the page is not drawn', () => {
    const outside: Spot[] = [
      { x: -1, y: 5, amount: 1 },
      { x: 200, y: 5, amount: 1 },
      { x: 5, y: 120, amount: 1 },
    ];
    expect(density(outside, GRID).most).toBe(0);
  });

  test('of a map and itself the difference is nothing', () => {
    const map = density([{ x: 50, y: 50, amount: 3 }], GRID);
    expect(densityDifference(map, map).most).toBe(0);
  });

  test('a difference is more where the second is more', () => {
    const first = density([{ x: 40, y: 60, amount: 2 }], GRID);
    const second = density([{ x: 160, y: 60, amount: 5 }], GRID);
    const { cells, columns, most } = densityDifference(first, second);
    expect([cells[15 * columns + 10], cells[15 * columns + 40], most]).toEqual([-2, 5, 5]);
  });
});

describe('colours', () => {
  test.each([
    [0, [0, 0, 4]],
    [1, [252, 255, 164]],
    [2, [252, 255, 164]],
    [-1, [0, 0, 4]],
  ])('inferno at %s', (share, rgb) => expect(inferno(share)).toEqual(rgb));

  test('what is under a twentieth of the most is not drawn, and no difference has no colour', () => {
    expect([heatRamp()[12 * 4 + 3], heatRamp()[13 * 4 + 3]]).toEqual([0, expect.any(Number)]);
    expect(heatRamp()[13 * 4 + 3]).toBeGreaterThan(0);
    expect(differenceRamp()[127 * 4 + 3]).toBe(0);
  });
});

describe('places', () => {
  const elements = [
    { path: '#buy', amount: 6, loose: 1, places: [250, 500, 3, 1_000, 0, 2] },
    { path: '#gone', amount: 4, loose: 0, places: [1, 1, 4] },
    { path: '', amount: 1, loose: 1, places: [] },
  ];

  test('go with their element, wherever it stands now', () => {
    const boxOf = (path: string) => (path === '#buy' ? { x: 100, y: 1_000, width: 200, height: 40 } : undefined);
    expect(placeElements({ elements }, boxOf)).toEqual({
      spots: [
        { x: 150, y: 1_020, amount: 3 },
        { x: 300, y: 1_000, amount: 2 },
        { x: 200, y: 1_020, amount: 1 },
      ],
      placed: 6,
      middled: 1,
      lost: 5,
    });
  });

  test('or stay where they were', () => {
    expect(placePixels({ pixels: [4, 12, 3], amount: 5 })).toEqual({ spots: [{ x: 4, y: 12, amount: 3 }], placed: 3, middled: 0, lost: 2 });
  });
});
