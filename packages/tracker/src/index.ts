export { start } from './start.ts';
export type { Options } from './options.ts';
export type { Tracker } from './tracker.ts';
