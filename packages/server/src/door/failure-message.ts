import { FAILURES, type BatchId, type FailureMessage } from '@sightline/protocol';
import type { Refusal } from './refusal.ts';

/** A refusal in the words of the native protocol. */
export function failureMessage({ failure, reason, retryAfterMs }: Refusal, batch?: BatchId): FailureMessage {
  const { code, message, terminate, retry } = FAILURES[failure];
  return {
    messageType: message,
    failureDetails: {
      failureCode: code,
      terminateConnection: terminate,
      reason,
      retry,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(batch === undefined ? {} : { batch }),
    },
  };
}
