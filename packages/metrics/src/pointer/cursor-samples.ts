import type { MeasuredEvent, Sees } from '../metric.ts';
import { givenNumber } from '../given.ts';

/** Where the pointer was, in CSS pixels of the viewport; `at` in ms since 1970. */
export interface Sample {
  at: number;
  x: number;
  y: number;
}

export const CURSOR_SEES: Sees = { cursorTracking: ['clientX', 'clientY', 'trackingType', 'points'] };

/** Calls back with the positions that one `cursorTracking` event tells: those in between, which count on the page's own clock, first. */
export function cursorSamples({ at, details }: MeasuredEvent, take: (at: number, x: number, y: number) => void): void {
  const x = givenNumber(details, 'clientX');
  const y = givenNumber(details, 'clientY');
  if (x === undefined || y === undefined) return;
  if (Array.isArray(details.points)) {
    const points = details.points.filter(isPoint);
    const end = points.at(-1)?.[2] ?? 0;
    for (const [px, py, time] of points) if (time <= end) take(at - (end - time), px, py);
  }
  take(at, x, y);
}

const isPoint = (value: unknown): value is [x: number, y: number, time: number] =>
  Array.isArray(value) && value.length >= 3 && value.slice(0, 3).every((one) => typeof one === 'number' && Number.isFinite(one));
