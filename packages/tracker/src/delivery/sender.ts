import type { BatchId, DownMessage, FailureDetails, SendClock } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { Entry, Waiting } from '../outbox/waiting.ts';
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
  waiting: Pick<Waiting, 'entries' | 'payload'>;
  wall: () => number;
  after: (ms: number, task: () => void) => () => void;
  /** The server has the batch, or will never take it. */
  saved: (id: BatchId) => Batch | undefined;
  /** Tells what the server will never take. */
  refused: (batch: Batch, reason: string) => void;
}

export interface Sender {
  /** Sends what may be sent. */
  pump(): void;
  /** The link opened: what was on its way when the last one broke is sent again. */
  opened(): void;
  received(message: DownMessage): void;
  /** What the next message tells of the page's clock. */
  clock(sentAt: number): SendClock;
}

const IN_FLIGHT = 8;
/** Beyond the first, no more is sent at once than a slow line carries in time. */
const IN_FLIGHT_CHARACTERS = 300_000;
/** A connection that acknowledges nothing for so long is dead, whatever the browser thinks; one that carries a lot gets the time for it. */
const SAVED_WITHIN_MS = 20_000;
const SLOWEST_CHARACTERS_PER_S = 10_000;

/** Sends batches in order, a few at a time, and again until each is acknowledged. */
export function createSender({ link, waiting, wall, after, saved, refused }: SenderDeps): Sender {
  const { entries, payload } = waiting;
  const trips = createRoundTrips();
  let watch: (() => void) | undefined;

  const pump = () => {
    const ready = [...entries.values()].filter(({ kept }) => kept);
    if (ready.length === 0) return;
    if (!link.isOpen()) return link.want();
    let room = IN_FLIGHT_CHARACTERS;
    for (const [index, entry] of ready.slice(0, IN_FLIGHT).entries()) {
      room -= charactersOf(entry);
      if (index > 0 && room < 0) break;
      if (entry.sentAt === undefined) link.send(payload(entry));
    }
    watch ??= after(SAVED_WITHIN_MS, check);
  };

  const check = () => {
    watch = undefined;
    const sent = [...entries.values()].filter(({ sentAt }) => sentAt !== undefined);
    const more = Math.floor(sent.reduce((sum, entry) => sum + charactersOf(entry), 0) / SLOWEST_CHARACTERS_PER_S) * 1_000;
    const late = sent.some(({ sentAt = 0 }) => wall() - sentAt >= SAVED_WITHIN_MS + more);
    if (late) link.lose();
    else if (entries.size > 0) watch = after(SAVED_WITHIN_MS / 4, check);
  };

  const fail = ({ batch, retry, retryAfterMs, terminateConnection, failureCode, reason = `failure ${failureCode}` }: FailureDetails) => {
    if (batch && retry === false && !terminateConnection) {
      const given = saved(batch);
      if (given) refused(given, reason);
      pump();
    } else if (terminateConnection && retry === false) link.refuse(reason);
    else link.lose(retryAfterMs);
  };

  return {
    pump,
    opened() {
      for (const entry of entries.values()) entry.sentAt = undefined;
      pump();
    },
    received(message) {
      if (message.messageType === 'logui-events-saved') {
        const { batch, serverTime = 0, receivedAt = serverTime } = message;
        const sentAt = batch && entries.get(batch)?.sentAt;
        if (sentAt) trips.see(sentAt, wall(), serverTime - receivedAt);
        if (batch) saved(batch);
        pump();
      } else if (message.messageType === 'logui-bad-request' || message.messageType === 'logui-server-failure') {
        fail(message.failureDetails);
      } else if (message.messageType === 'logui-server-shutdown-alert') {
        // Everything is in the outbox already; the next server gets it.
        const saveEvents = '{"messageType":"logui-event-payload","events":[]}';
        link.send(`{"messageType":"logui-server-shutdown-acknowledge","clientShutdownTimestamp":${wall()},"saveEvents":${saveEvents}}`);
      }
    },
    clock: trips.clock,
  };
}

const charactersOf = ({ batch }: Entry): number => batch.events.length;
