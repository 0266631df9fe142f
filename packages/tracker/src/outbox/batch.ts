import type { BatchId, SessionId, TabId } from '@sightline/protocol';

/** A numbered run of one tab's events, as it is kept and sent. */
export interface Batch {
  id: BatchId;
  /** The flight token it was recorded under. */
  token: string;
  tab: TabId;
  session: SessionId;
  /** Sequence of its first event, and the first sequence after it. */
  first: number;
  next: number;
  /** Wall clock when it was numbered, ms since 1970. */
  madeAt: number;
  /** The events as JSON, joined by commas. */
  events: string;
}
