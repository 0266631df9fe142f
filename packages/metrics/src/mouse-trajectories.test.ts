import { describe, expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { mouseTrajectories } from './mouse-trajectories.ts';
import { withParameters } from './with-parameters.ts';
import { areaUnder } from './pointer/area-under.ts';
import { deviations } from './pointer/deviations.ts';
import { flips, reversals } from './pointer/flips.ts';
import { motion } from './pointer/motion.ts';
import { stillness } from './pointer/stillness.ts';
import { timeNormalised } from './pointer/time-normalised.ts';

/** Positions 100 ms apart. */
const path = (...places: [x: number, y: number][]) => places.map(([x, y], index) => ({ at: index * 100, x, y }));
const rounded = (value: number) => Math.round(value * 100) / 100;

describe('deviation and area (screen coordinates: y grows downward)', () => {
  test.each([
    ['a straight line', path([0, 0], [50, 50], [100, 100]), [0, 0, 0], 0],
    ['right, by the upper side', path([0, 0], [50, -30], [100, 0]), [0, 30, 0], 1_500],
    ['right, by the lower side', path([0, 0], [50, 30], [100, 0]), [0, -30, 0], -1_500],
    ['left, by the upper side', path([0, 0], [-50, -30], [-100, 0]), [0, 30, 0], 1_500],
    ['up and right, by the corner above', path([0, 100], [0, 0], [100, 0]), [0, 70.71, 0], 5_000],
    ['up and left, by the corner above', path([100, 100], [100, 0], [0, 0]), [0, 70.71, 0], 5_000],
    ['down and right, by the corner below: turned round', path([0, 0], [0, 100], [100, 100]), [0, 70.71, 0], 5_000],
    ['straight up, by the left side', path([0, 100], [-20, 50], [0, 0]), [0, 20, 0], 1_000],
    ['above and below cancel out in the area', path([0, 0], [25, -20], [75, 20], [100, 0]), [0, 20, -20, 0], 0],
    ['back to the start: no line', path([0, 0], [50, 50], [0, 0]), [0, 0, 0], 0],
  ])('%s', (_, one, expected, area) => {
    expect(deviations(one).map(rounded)).toEqual(expected);
    expect(rounded(areaUnder(one))).toBe(area);
  });
});

// By projection on the line between the ends, the shoelace formula and numpy.interp: other ways than the code’s to the same published definitions.
describe('whole trajectories equal those computed with NumPy', () => {
  test.each([
    [
      'up and right, above the line',
      path([10, 400], [12, 390], [35, 330], [60, 240], [55, 180], [120, 120], [240, 90], [330, 95], [400, 80]),
      { mad: 146.68571645054277, ad: 61.275425185744, normalised: 68.25146255855657, auc: 41_655, way: 601.9511017244454, flips: [2, 2] },
    ],
    [
      'down and left, on both sides of it',
      path([700, 90], [690, 110], [705, 200], [640, 260], [500, 330], [380, 350], [300, 420], [310, 500]),
      { mad: 79.43630456817492, ad: 8.14023310160524, normalised: 9.21665500007504, auc: 6_875, way: 667.1651924355235, flips: [3, 0] },
    ],
  ])('%s', (_, one, expected) => {
    const away = deviations(one);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const times = one.map(({ at }) => at);
    expect(away.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0)).toBeCloseTo(expected.mad, 9);
    expect(mean(away)).toBeCloseTo(expected.ad, 9);
    expect(mean(timeNormalised(times, away, 101))).toBeCloseTo(expected.normalised, 9);
    expect(areaUnder(one)).toBeCloseTo(expected.auc, 6);
    expect(motion(one).distancePx).toBeCloseTo(expected.way, 9);
    expect([
      flips(
        one.map(({ x }) => x),
        0,
      ),
      flips(
        one.map(({ y }) => y),
        0,
      ),
    ]).toEqual(expected.flips);
  });
});

describe('flips', () => {
  test.each([
    [[0, 10, 20, 30], 0, 0],
    [[0, 10, 5, 15], 0, 2],
    [[0, 10, 5, 15], 5, 0],
    [[0, 10, 4, 15], 5, 2],
    [[0, 10, 10, 10, 0], 0, 1],
    [[], 0, 0],
  ])('of %j beyond %d are %d', (values, threshold, count) => {
    expect(flips(values, threshold)).toBe(count);
  });
});

test.each([
  [[0, -5, 5, -5], 2],
  [[0, 5, 0, 5], 0],
  [[3, 5, 3, 1], 1],
])('reversals of %j are %d', (values, count) => {
  expect(reversals(values)).toBe(count);
});

describe('stillness', () => {
  test.each([
    ['never moved', path([0, 0], [0, 0]), { initiationMs: 100, idleMs: 100, hovers: 0, hoverMs: 0 }],
    ['rested twice', path([0, 0], [0, 0], [9, 0], [9, 0], [9, 0], [20, 0]), { initiationMs: 100, idleMs: 300, hovers: 1, hoverMs: 200 }],
    ['within the start radius', path([0, 0], [5, 0], [6, 0], [20, 0]), { initiationMs: 100, idleMs: 0, hovers: 0, hoverMs: 0 }],
  ])('%s', (_, one, expected) => {
    expect(stillness(one, { startRadiusPx: 5, hoverMs: 200 })).toEqual(expected);
  });
});

test('motion is read from differences of successive samples', () => {
  expect(motion(path([0, 0], [30, 40], [30, 40], [90, 120]))).toEqual({
    distancePx: 150,
    maxVelocity: 1,
    meanVelocity: 0.5,
    maxAcceleration: 0.01,
    minAcceleration: -0.005,
  });
  expect(motion(path([0, 0]))).toEqual({
    distancePx: 0,
    maxVelocity: null,
    meanVelocity: null,
    maxAcceleration: null,
    minAcceleration: null,
  });
});

test('time normalisation takes equal steps of time on straight lines', () => {
  const times = [0, 100, 400];
  expect(timeNormalised(times, [0, 100, 100], 5)).toEqual([0, 100, 100, 100, 100]);
  expect(timeNormalised(times, [0, 0, 300], 5)).toEqual([0, 0, 100, 200, 300]);
  const steps = timeNormalised(times, [0, 0, 300], 101);
  expect([steps.length, steps[0], steps[25], steps[100]]).toEqual([101, 0, 0, 300]);
  expect(timeNormalised([7], [3], 4)).toEqual([3, 3, 3, 3]);
});

const move = (at: number, clientX: number, clientY = 0) =>
  event('cursorTracking', at, { clientX, clientY, trackingType: 'positionUpdate' });

describe('trajectories', () => {
  test('go from page view or click to click', () => {
    const events = [
      move(0, 0),
      event('pageView', 10),
      move(20, 0),
      move(120, 50),
      event('click', 130),
      move(200, 60),
      move(300, 90),
      event('click', 310),
      move(400, 1),
    ];
    expect(measure(events, mouseTrajectories)[0].map(({ at, lengthMs, distancePx }) => [at, lengthMs, distancePx])).toEqual([
      [20, 100, 50],
      [200, 100, 30],
    ]);
  });
  test('of a tracker that tells only moves rest until 200 ms before the next position', () => {
    const events = [event('pageView', 0), move(100, 0), move(1_100, 100), event('click', 1_200)];
    expect(measure(events, mouseTrajectories)[0]).toMatchObject([
      { samples: 3, idleMs: 800, hovers: 1, initiationMs: 800, maxVelocity: 0.5 },
    ]);
  });
  test('begin and end where a study says so', () => {
    const events = [event('trialStart', 0), move(10, 0), event('click', 15), move(20, 9), event('answer', 30)];
    const trials = withParameters(mouseTrajectories, { begin: ['trialStart'], end: ['answer'] });
    expect(measure(events, trials)[0]).toMatchObject([{ at: 10, samples: 2 }]);
  });
  test('average deviation depends on sampling unless time is normalised', () => {
    const events = [event('pageView', 0), move(0, 0), move(10, 50, -30), move(100, 100, 0), event('click', 101)].map((one, sequence) => ({
      ...one,
      sequence,
    }));
    const raw = measure(events, withParameters(mouseTrajectories, { steps: 0 }))[0];
    const even = measure(events, mouseTrajectories)[0];
    expect(raw[0]?.ad).toBeCloseTo(10, 9);
    expect(even[0]?.ad).toBeCloseTo(1_500 / 101, 2);
  });
});
