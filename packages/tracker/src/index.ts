export type { ActionOptions } from './presence/actions.ts';
export { presence } from './presence/presence.ts';
export type { Presence } from './presence/presence-api.ts';
export type { PresenceClock, Times } from './presence/session-times.ts';
export type { Options } from './options.ts';
export type { Purpose } from './privacy/consent.ts';
export { start } from './start.ts';
export type { Tracker } from './tracker-api.ts';
