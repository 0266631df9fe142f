import type { Metric } from './metric.ts';
import { areaUnder } from './pointer/area-under.ts';
import type { Sample } from './pointer/cursor-samples.ts';
import { deviations } from './pointer/deviations.ts';
import { flips, reversals } from './pointer/flips.ts';
import { motion, type Motion } from './pointer/motion.ts';
import { stillness, type Stillness } from './pointer/stillness.ts';
import { timeNormalised } from './pointer/time-normalised.ts';
import { trajectoryReading, trajectorySees, type TrajectoryRule } from './pointer/trajectory-reading.ts';

/** One trajectory's measures. */
export interface MouseTrajectory extends Stillness, Motion {
  at: number;
  lengthMs: number;
  samples: number;
  mad: number;
  ad: number;
  auc: number;
  xFlips: number;
  yFlips: number;
  xReversals: number;
  yReversals: number;
}

type Rule = TrajectoryRule & {
  startRadiusPx: number;
  hoverMs: number;
  flipPx: number;
  /** Equal time steps to which the path is brought before the deviations are averaged; 0 takes the samples as they are. */
  steps: number;
};

/**
 * Mouse-tracking measures of each way from one click to the next.
 *
 * (0, 0) by (0, 100) to (100, 100) on the screen → down and right, at most 70.7 px from the straight line.
 */
export const mouseTrajectories: Metric<MouseTrajectory[], Rule> = {
  name: 'mouse_trajectories',
  version: 1,
  title: 'Mouse trajectories',
  group: 'pointer',
  unit: 'px',
  definition:
    'For each way of the pointer from a page view or click to the next click: maximum and average deviation from the straight line between its ends, area between them, flips and reversals of each axis, initiation, idle and hover times, distance, velocities and accelerations; average deviation after time normalisation to 101 steps. A way has at least two positions, points in between included (the last of those an event tells is where and when the event is, the others as long before as their clock says); of two at one time the later told counts, none goes back in time, and where two positions are more than `everyMs` apart the pointer stood at the first until `everyMs` before the second.',
  columns: {
    initiationMs: 'first sample to the last before the start radius was left, ms; to the last of all where it never was',
    idleMs: 'time between successive samples at one place, ms',
    hovers: 'pauses (successive such times) of at least `hoverMs`',
    hoverMs: 'their summed length, ms',
    distancePx: 'length of the way, px',
    maxVelocity: 'largest distance ÷ time between successive samples, px/ms',
    meanVelocity: 'distance by time, px/ms',
    maxAcceleration: 'largest difference of successive velocities ÷ the time between the samples of the second, px/ms²',
    minAcceleration: 'the smallest, below 0 as it slows down, px/ms²',
    at: 'first sample, ms since 1970',
    lengthMs: 'first sample to last, ms',
    samples: 'positions, and the ends of rests that were put between them',
    mad: 'deviation (distance from the straight line between the ends) of the point furthest from it, px; above is positive, turned round for ways downward; an upright line counts as leading a little to the right, and without a line all are 0',
    ad: 'mean of the deviations, at `steps` equal times from first to last sample, between samples on straight lines, px; of the samples themselves where `steps` is 0',
    auc: 'area between way and straight line, parts below taken off, px²: between successive samples the way along the line by the mean of both deviations',
    xFlips: 'changes of direction along x, movements of at most `flipPx` in one direction left out',
    yFlips: 'the same along y',
    xReversals: 'crossings of the x it began at',
    yReversals: 'the same for y',
  },
  source: 'Definitions of the R package mousetrap. Positions told every 200 ms give coarse velocities: say the rate with the result.',
  parameters: {
    begin: ['pageView', 'click'],
    end: ['click'],
    everyMs: 200,
    startRadiusPx: 0,
    hoverMs: 500,
    flipPx: 0,
    steps: 101,
  },
  presets: [{ name: 'mousetrap', source: 'Average deviation over the raw samples, as mousetrap’s default.', parameters: { steps: 0 } }],
  example: {
    events: [
      [0, 'pageView', { url: '/a' }],
      [100, 'cursorTracking', { clientX: 0, clientY: 0 }],
      [200, 'cursorTracking', { clientX: 50, clientY: 0 }],
      [300, 'cursorTracking', { clientX: 100, clientY: 0 }],
      [400, 'click', { path: '#buy' }],
    ],
    value: [
      {
        initiationMs: 0,
        idleMs: 0,
        hovers: 0,
        hoverMs: 0,
        distancePx: 100,
        maxVelocity: 0.5,
        meanVelocity: 0.5,
        maxAcceleration: 0,
        minAcceleration: 0,
        at: 100,
        lengthMs: 200,
        samples: 3,
        mad: 0,
        ad: 0,
        auc: 0,
        xFlips: 0,
        yFlips: 0,
        xReversals: 0,
        yReversals: 0,
      },
    ],
  },
  sees: {},
  seesBy: trajectorySees,
  ends: false,
  begin(rule) {
    const found: MouseTrajectory[] = [];
    return { see: trajectoryReading(rule, (path) => found.push(measured(path, rule))), value: () => found };
  },
};

function measured(path: readonly Sample[], { startRadiusPx, hoverMs, flipPx, steps }: Rule): MouseTrajectory {
  const away = deviations(path);
  const times = path.map(({ at }) => at);
  const xs = path.map(({ x }) => x);
  const ys = path.map(({ y }) => y);
  // A point between two others lies between their deviations: the deviations of the normalised path are the normalised deviations.
  const even = steps > 1 ? timeNormalised(times, away, steps) : away;
  const at = times[0] ?? 0;
  const still = stillness(path, { startRadiusPx, hoverMs });
  const moved = motion(path);
  return {
    initiationMs: still.initiationMs,
    idleMs: still.idleMs,
    hovers: still.hovers,
    hoverMs: still.hoverMs,
    distancePx: moved.distancePx,
    maxVelocity: moved.maxVelocity,
    meanVelocity: moved.meanVelocity,
    maxAcceleration: moved.maxAcceleration,
    minAcceleration: moved.minAcceleration,
    at,
    lengthMs: (times.at(-1) ?? at) - at,
    samples: path.length,
    mad: away.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0),
    ad: even.reduce((sum, one) => sum + one, 0) / even.length,
    auc: areaUnder(path, away),
    xFlips: flips(xs, flipPx),
    yFlips: flips(ys, flipPx),
    xReversals: reversals(xs),
    yReversals: reversals(ys),
  };
}
