import type { Density } from './density.ts';
import { STEPS, type Ramp } from './palette.ts';

/** A density in colours: from 0 to `most`, or for a difference from -`most` to `most`. */
export function paint({ columns, rows, cells }: Density, { ramp, most, signed }: { ramp: Ramp; most: number; signed: boolean }): ImageData {
  const image = new ImageData(columns, rows);
  if (most <= 0) return image;
  for (let index = 0; index < cells.length; index += 1) {
    const amount = cells[index] ?? 0;
    if (amount === 0) continue;
    const share = signed ? (amount / most + 1) / 2 : amount / most;
    const step = Math.round(Math.min(1, Math.max(0, share)) * (STEPS - 1)) * 4;
    image.data.set(ramp.subarray(step, step + 4), index * 4);
  }
  return image;
}
