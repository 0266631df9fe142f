import type { Sample } from './cursor-samples.ts';

/** How far and how fast a path went. */
export interface Motion {
  distancePx: number;
  /** Px per ms; null where no time passed. */
  maxVelocity: number | null;
  meanVelocity: number | null;
  /** Px per ms², the largest and the smallest difference of successive velocities in the time between them. */
  maxAcceleration: number | null;
  minAcceleration: number | null;
}

/** Distance, velocities and accelerations from the differences of successive samples. */
export function motion(path: readonly Sample[]): Motion {
  let distancePx = 0;
  let before: number | undefined;
  const velocities: number[] = [];
  const accelerations: number[] = [];
  path.forEach((sample, index) => {
    const from = path[index - 1];
    if (!from) return;
    const px = Math.hypot(sample.x - from.x, sample.y - from.y);
    distancePx += px;
    const ms = sample.at - from.at;
    if (ms <= 0) return;
    const velocity = px / ms;
    if (before !== undefined) accelerations.push((velocity - before) / ms);
    before = velocity;
    velocities.push(velocity);
  });
  const lengthMs = (path.at(-1)?.at ?? 0) - (path[0]?.at ?? 0);
  return {
    distancePx,
    maxVelocity: extreme(velocities, Math.max),
    meanVelocity: lengthMs > 0 ? distancePx / lengthMs : null,
    maxAcceleration: extreme(accelerations, Math.max),
    minAcceleration: extreme(accelerations, Math.min),
  };
}

const extreme = (values: readonly number[], of: (a: number, b: number) => number): number | null =>
  values.reduce<number | null>((most, value) => (most === null ? value : of(most, value)), null);
