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
  /**
   * The events as JSON, joined by commas: what stands between the brackets of the message's list. A batch `aside` of events closes that list and
   * opens its own; the core, which has to be small, need not know.
   */
  events: string;
  /** It holds something else than events, and gives way to them. */
  aside?: boolean;
  /** The chunk in it, where that is all it has: `first` is only a key then, behind every number an event can have. */
  recording?: BatchedChunk | undefined;
}

/** What is known of a recording's chunk without reading it. */
export interface BatchedChunk {
  sequence: number;
  at: number;
  until: number;
  count: number;
  snapshot: boolean;
}
