import { FAILURES, type HttpError } from '@sightline/protocol';
import type { Refusal } from './refusal.ts';

/** A refusal as an HTTP answer; some callers know it by another name than the failure's. */
export function errorOf({ failure, reason, field }: Refusal, error: string = failure): { status: number; body: HttpError } {
  const { status, retry } = FAILURES[failure];
  return { status, body: { error, message: reason, ...(field === undefined ? {} : { field }), retry } };
}
