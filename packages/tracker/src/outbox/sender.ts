import type { BatchId, DownMessage, FailureDetails } from '@sightline/protocol';
import type { Batch } from './batch.ts';
import { createRoundTrips } from './round-trips.ts';

/** The part of the link that the sender uses. */
export interface SendingLink {
  isOpen(): boolean;
  want(): void;
  send(message: string): void;
  lose(retryAfterMs?: number): void;
  refuse(reason: string): void;
}

export interface SenderDeps {
  link: SendingLink;
  wall: () => number;
  after: (ms: number, task: () => void) => () => void;
  /** The server has the batch. */
  saved: (batch: Batch) => void;
  /** The server will never take the batch. */
  refused: (batch: Batch, reason: string) => void;
}

export interface Sender {
  /** Sends batches until the server has them; resolves then. */
  add(batches: Batch[], resent: boolean): Promise<void>;
  has(batch: Batch): boolean;
  /** The link opened: what was on its way when the last one broke is sent again. */
  opened(): void;
  received(message: DownMessage): void;
  /** Payloads not yet acknowledged, never sent ones first, up to a number of bytes; they count as sent. */
  takeUnsaved(bytes: number): string[];
  /** What the server has not acknowledged. */
  unsaved(): Batch[];
}

interface Entry {
  batch: Batch;
  resent: boolean;
  sentAt: number | undefined;
  done: () => void;
}

const IN_FLIGHT = 8;
/** A connection that acknowledges nothing for so long is dead, whatever the browser thinks. */
const SAVED_WITHIN_MS = 20_000;

/** Sends batches in order, a few at a time, and again until each is acknowledged. */
export function createSender({ link, wall, after, saved, refused }: SenderDeps): Sender {
  const entries = new Map<BatchId, Entry>();
  const trips = createRoundTrips();
  let watch: (() => void) | undefined;

  const payload = (entry: Entry): string => {
    const { id, tab, session, events } = entry.batch;
    const now = wall();
    const head = {
      messageType: 'logui-event-payload',
      batch: id,
      tab,
      session,
      resent: entry.resent || undefined,
      clock: trips.clock(now),
    };
    entry.sentAt = now;
    // Should this not be acknowledged, the next attempt may be the second to arrive.
    entry.resent = true;
    return `${JSON.stringify(head).slice(0, -1)},"events":[${events}]}`;
  };

  const pump = () => {
    if (entries.size === 0) return;
    if (!link.isOpen()) return link.want();
    let free = IN_FLIGHT;
    for (const entry of entries.values()) {
      if (free === 0) break;
      if (entry.sentAt === undefined) link.send(payload(entry));
      free -= 1;
    }
    watch ??= after(SAVED_WITHIN_MS, check);
  };

  const check = () => {
    watch = undefined;
    const late = [...entries.values()].some(({ sentAt }) => sentAt !== undefined && wall() - sentAt >= SAVED_WITHIN_MS);
    if (late) link.lose();
    else if (entries.size > 0) watch = after(SAVED_WITHIN_MS / 4, check);
  };

  const settle = (id: BatchId | undefined, tell: (batch: Batch) => void) => {
    const entry = id && entries.get(id);
    if (!entry) return;
    entries.delete(id);
    tell(entry.batch);
    entry.done();
  };

  const fail = ({ batch, retry, retryAfterMs, terminateConnection, failureCode, reason = `failure ${failureCode}` }: FailureDetails) => {
    if (batch && retry === false && !terminateConnection) {
      settle(batch, (given) => refused(given, reason));
      pump();
    } else if (terminateConnection && retry === false) link.refuse(reason);
    else link.lose(retryAfterMs);
  };

  return {
    add: async (batches, resent) => {
      const added = batches.filter(({ id }) => !entries.has(id));
      const all = added.map((batch) => new Promise<void>((done) => entries.set(batch.id, { batch, resent, sentAt: undefined, done })));
      pump();
      await Promise.all(all);
    },
    has: ({ id }) => entries.has(id),
    opened() {
      for (const entry of entries.values()) entry.sentAt = undefined;
      pump();
    },
    received(message) {
      if (message.messageType === 'logui-events-saved') {
        const sentAt = message.batch && entries.get(message.batch)?.sentAt;
        if (sentAt) trips.see(sentAt, wall(), (message.serverTime ?? 0) - (message.receivedAt ?? message.serverTime ?? 0));
        settle(message.batch, saved);
        pump();
      } else if (message.messageType === 'logui-bad-request' || message.messageType === 'logui-server-failure') {
        fail(message.failureDetails);
      } else if (message.messageType === 'logui-server-shutdown-alert') {
        // Everything is in the outbox already; the next server gets it.
        const saveEvents = '{"messageType":"logui-event-payload","events":[]}';
        link.send(`{"messageType":"logui-server-shutdown-acknowledge","clientShutdownTimestamp":${wall()},"saveEvents":${saveEvents}}`);
      }
    },
    takeUnsaved(bytes) {
      const encoder = new TextEncoder();
      const neverSentFirst = [...entries.values()].sort((one, other) => Number(one.resent) - Number(other.resent));
      let left = bytes;
      return neverSentFirst.flatMap((entry) => {
        const size = encoder.encode(entry.batch.events).length + ENVELOPE_BYTES;
        if (size > left) return [];
        left -= size;
        return [payload(entry)];
      });
    },
    unsaved: () => [...entries.values()].map(({ batch }) => batch),
  };
}

/** A payload without its events, at most. */
const ENVELOPE_BYTES = 400;
