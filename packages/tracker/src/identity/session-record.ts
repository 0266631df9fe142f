import type { SessionId } from '@sightline/protocol';

/** What all tabs of a visitor share about their session. */
export interface SessionRecord {
  id: SessionId;
  startedAt: number;
  /** When somebody last did something in it. */
  activeAt: number;
  /** When a tab left it, unless something happened in another since. */
  leftAt?: number;
}
