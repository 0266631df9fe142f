import type { FailureName } from '@sightline/protocol';

/** What the door did since it opened. */
export interface Counts {
  batches: number;
  events: number;
  recordings: number;
  /** Events kept aside because they could not be read. */
  refusedEvents: number;
  /** Events that came before and were only acknowledged. */
  duplicates: number;
  /** Requests that were made to wait or sent away by a rate limit. */
  paced: number;
  /** Events of clients that cannot send again, given up because the store had no room for too long. */
  lost: number;
  /** Connections and requests refused, by failure. */
  refusals: Partial<Record<FailureName, number>>;
}

/** All at zero. */
export const createCounts = (): Counts => ({
  batches: 0,
  events: 0,
  recordings: 0,
  refusedEvents: 0,
  duplicates: 0,
  paced: 0,
  lost: 0,
  refusals: {},
});

/** Counts one refusal. */
export function countRefusal(counts: Counts, failure: FailureName): void {
  counts.refusals[failure] = (counts.refusals[failure] ?? 0) + 1;
}
