import type { OutboxChangedDetails, SendClock, TabId } from '@sightline/protocol';
import type { Surface } from '../collectors/collector.ts';
import type { Addresses } from '../outbox/addresses.ts';
import type { Batch } from '../outbox/batch.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { SteadyStore } from '../outbox/steady-store.ts';
import type { Tail } from '../outbox/tail.ts';
import type { Waiting } from '../outbox/waiting.ts';
import { createNetwork } from '../page/network.ts';
import { leftBatches } from '../page/left-batches.ts';
import { createAdoption } from './adoption.ts';
import { httpTransport } from './http-transport.ts';
import { createLink } from './link.ts';
import { makeRoom } from './make-room.ts';
import { selfReport } from './self-report.ts';
import { createSender } from './sender.ts';
import { socketTransport } from './socket-transport.ts';

/** What the tracker's core gives to whoever talks to the server. */
export interface Core {
  surface: Surface;
  token: string;
  addresses: Addresses;
  handshake(): string;
  waiting: Waiting;
  outbox: Outbox;
  store: SteadyStore;
  tail: Tail;
  /** Tells what happened to the outbox. */
  changed(details: Omit<OutboxChangedDetails, 'storage'>): void;
  /** The server refused this page for good. */
  refused(reason: string): void;
}

/** Sends what waits. The core goes on without it: events are safe in the outbox, and go over as the page is left. */
export interface Delivery {
  /** Something may be sent. */
  ready(): void;
  /** The document's tab is known. */
  settled(tab: TabId): void;
  /** What the next message tells of the page's clock. */
  clock(sentAt: number): SendClock;
  /** Leaves less valuable events out; false where there are none. */
  makeRoom(): boolean;
}

export type CreateDelivery = (core: Core) => Delivery;

/** Brings everything to the server: what this document records, and what documents left that are gone. */
export const createDelivery: CreateDelivery = (core) => {
  const { surface, token, addresses, handshake, waiting, outbox, store, tail, changed, refused } = core;
  const { page } = surface;
  const { wall, after, watch, locks, uuid } = page;

  const network = createNetwork(page);

  const adopt = () => {
    const tab = outbox.tab();
    if (tab) watch(adoption.orphans(tab));
  };
  const settled = (tab: TabId) => {
    watch(adoption.own(tab));
    adopt();
    link.want();
  };
  const link = createLink({
    transports: [socketTransport(network, addresses.socket), httpTransport(network, addresses.collect)],
    handshake,
    after,
    random: () => Math.random(),
    opened() {
      sender.opened();
      adopt();
    },
    received: (message) => sender.received(message),
    stopped: refused,
  });
  const sender = createSender({
    link,
    waiting,
    wall,
    after,
    saved: outbox.saved,
    refused: (batch, reason) => changed({ reason, ...missing(batch) }),
  });
  const adoption = createAdoption({
    store,
    left: leftBatches(page.window),
    tail,
    locks,
    waiting,
    token,
    uuid,
    wall,
    ready: sender.pump,
    expired: (batches) =>
      changed({
        reason: 'events of another token waited too long',
        dropped: batches.reduce((sum, { first, next }) => sum + next - first, 0),
        from: Math.min(...batches.map(({ madeAt }) => madeAt)),
        to: Math.max(...batches.map(({ madeAt }) => madeAt)),
      }),
  });

  page.on('pageshow', ({ persisted }) => persisted && link.comeBack());
  page.on('online', () => link.want(true));
  page.onVisibility((visible) => {
    if (!visible) return;
    if (waiting.entries.size > 0) link.want(true);
    adopt();
  });
  surface.onLeave(link.leave);
  selfReport(core, network);
  const tab = outbox.tab();
  if (tab) settled(tab);

  return { ready: sender.pump, settled, clock: sender.clock, makeRoom: () => makeRoom(core) };
};

/** Which events of its tab a batch leaves out. */
const missing = ({ first, next }: Batch) => ({ dropped: next - first, missing: [{ from: first, to: next - 1 }] });
