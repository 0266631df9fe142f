import type { JsonObject } from '@sightline/protocol';

/** rrweb's DomContentLoaded, Load, Meta and Custom: what may stand before a full snapshot without needing one. */
const BEFORE: ReadonlySet<unknown> = new Set([0, 1, 4, 5]);
const FULL_SNAPSHOT = 2;

/** Whether replay can start with these rrweb events: nothing that changes a page stands before the full snapshot. */
export const beginsWithSnapshot = (events: readonly JsonObject[]): boolean =>
  events.find(({ type }) => !BEFORE.has(type))?.type === FULL_SNAPSHOT;
