import type { SessionId, VisitorId } from '@sightline/protocol';
import type { Presence } from './presence/presence-api.ts';
import type { Purpose } from './privacy/consent.ts';
import type { Tracking } from './tracker.ts';

/** The tracker, whether it may record or not. */
export interface Tracker extends Pick<Tracking, 'stop' | 'track' | 'identify' | 'setApplicationSpecificData' | 'add'> {
  /** What can be asked of presence, once its script is there. */
  presence: Promise<Presence>;
  /** The visitor agrees: to these purposes, or to all. Remembered for later pages. */
  grant(...purposes: Purpose[]): void;
  /** The visitor does not agree any more; without `interaction` nothing is recorded. What was recorded before is still sent. */
  revoke(...purposes: Purpose[]): void;
  sessionId(): SessionId | undefined;
  visitorId(): VisitorId | undefined;
}
