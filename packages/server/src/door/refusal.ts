import { FAILURES, type FailureName } from '@sightline/protocol';

/** Why something is not taken: an expected outcome, answered in the words of the dialect. */
export interface Refusal {
  failure: FailureName;
  reason: string;
  /** Path of the field at fault. */
  field?: string;
  retryAfterMs?: number;
}

/** Whether an outcome is a refusal. */
export const isRefusal = (outcome: object | undefined): outcome is Refusal =>
  outcome !== undefined && 'failure' in outcome && 'reason' in outcome;

/** What to answer when the spool did not take a batch: the failure it names, else that the server failed. */
export function refusalOf(error: unknown): Refusal {
  const named = error instanceof Error && 'failure' in error ? error.failure : undefined;
  const failure = typeof named === 'string' && named in FAILURES ? (named as FailureName) : 'serverFailed';
  return { failure, reason: FAILURES[failure].says };
}
