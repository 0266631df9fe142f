import { clicksPerMinute } from './clicks-per-minute.ts';
import { clicks } from './clicks.ts';
import { fixationTime } from './fixation-time.ts';
import { focusedElements } from './focused-elements.ts';
import type { Metric } from './metric.ts';
import { rageClicks } from './rage-clicks.ts';
import { sessionDuration } from './session-duration.ts';

export { inOrder } from './in-order.ts';
export * from './measure.ts';
export * from './metric.ts';
export { round } from './round.ts';
export { sights } from './sights.ts';
export { withParameters } from './with-parameters.ts';
export type { FocusedElement } from './focused-elements.ts';
export { clicks, clicksPerMinute, fixationTime, focusedElements, rageClicks, sessionDuration };

/** Every metric there is, in the order people read them. */
export const METRICS = [sessionDuration, clicks, rageClicks, clicksPerMinute, fixationTime, focusedElements] as readonly Metric[];
