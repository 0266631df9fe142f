import type { Sample } from './cursor-samples.ts';

/** How long a path did not move. */
export interface Stillness {
  /** From the first sample to the last one before the start radius was left; all of it where it never was. */
  initiationMs: number;
  idleMs: number;
  /** Pauses of at least the threshold, and their summed length. */
  hovers: number;
  hoverMs: number;
}

/** Reads pauses: successive samples at the same place. */
export function stillness(path: readonly Sample[], { startRadiusPx, hoverMs }: { startRadiusPx: number; hoverMs: number }): Stillness {
  const first = path[0];
  const last = path.at(-1);
  if (!first || !last) return { initiationMs: 0, idleMs: 0, hovers: 0, hoverMs: 0 };
  const out = path.findIndex(({ x, y }) => Math.hypot(x - first.x, y - first.y) > startRadiusPx);
  const pauses: number[] = [];
  let pause = 0;
  path.forEach((sample, index) => {
    const before = path[index - 1];
    if (!before) return;
    if (sample.x === before.x && sample.y === before.y) pause += sample.at - before.at;
    else pause = (pauses.push(pause), 0);
  });
  pauses.push(pause);
  const long = pauses.filter((ms) => ms > 0 && ms >= hoverMs);
  return {
    initiationMs: (path[out - 1] ?? last).at - first.at,
    idleMs: sum(pauses),
    hovers: long.length,
    hoverMs: sum(long),
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
