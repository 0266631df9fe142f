import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';

/** What is not seen in tenths of a second needs no words. */
const SEEN_MS = 50;

/** Why a time of presence is longer than its session's duration, where it visibly is. */
export const moreThanDuration = (ms: number, durationMs: number): string | undefined =>
  ms - durationMs < SEEN_MS ? undefined : text.sessions.moreThanDuration(formatDuration(ms - durationMs));
