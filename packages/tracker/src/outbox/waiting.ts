import type { BatchId, SendClock } from '@sightline/protocol';
import type { Batch } from './batch.ts';

/** A batch that the server does not have yet. */
export interface Entry {
  batch: Batch;
  /** It may have arrived before. */
  resent: boolean;
  /** When it was last sent on the connection that there is, wall clock. */
  sentAt: number | undefined;
  /** It is safe in the store; only then is it sent. */
  kept: boolean;
  done?: () => void;
}

/** Everything that the server does not have yet. */
export interface Waiting {
  entries: Map<BatchId, Entry>;
  /** Takes batches up, unless they are here already. */
  add(batches: Batch[], more: Pick<Entry, 'resent' | 'kept'>): Entry[];
  /** The server has the batch, or will never take it. */
  settle(id: BatchId): Batch | undefined;
  /** The batch as a message; it counts as sent. */
  payload(entry: Entry): string;
  /** Messages for a page that goes, never sent ones first, up to a number of bytes. */
  last(bytes: number): string[];
}

export interface WaitingDeps {
  wall: () => number;
  clock: (sentAt: number) => SendClock;
}

/** A payload without its events, at most. */
const ENVELOPE_BYTES = 400;

/** Batches between numbering and acknowledgement. */
export function createWaiting({ wall, clock }: WaitingDeps): Waiting {
  const entries: Waiting['entries'] = new Map();

  const payload = (entry: Entry): string => {
    const { id: batch, tab, session, events, more = '' } = entry.batch;
    const { resent } = entry;
    entry.sentAt = wall();
    // Should this not be acknowledged, the next attempt may be the second to arrive.
    entry.resent = true;
    const head = { messageType: 'logui-event-payload', batch, tab, session, resent: resent || undefined, clock: clock(entry.sentAt) };
    return `${JSON.stringify(head).slice(0, -1)},"events":[${events}]${more}}`;
  };

  return {
    entries,
    add: (batches, more) =>
      batches.flatMap((batch) => {
        if (entries.has(batch.id)) return [];
        const entry: Entry = { batch, sentAt: undefined, ...more };
        entries.set(batch.id, entry);
        return entry;
      }),
    settle(id) {
      const entry = entries.get(id);
      entries.delete(id);
      entry?.done?.();
      return entry?.batch;
    },
    payload,
    last: (bytes) =>
      [...entries.values()]
        .sort((one, other) => +one.resent - +other.resent)
        .flatMap((entry) => {
          const size = new Blob(Object.values(entry.batch)).size + ENVELOPE_BYTES;
          if (size > bytes) return [];
          bytes -= size;
          return payload(entry);
        }),
  };
}
