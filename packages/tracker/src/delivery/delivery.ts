import type { SendClock, TabId } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { BatchStore } from '../outbox/batch-store.ts';
import { TAIL_PREFIX } from '../outbox/tail.ts';
import type { Page } from '../page/page.ts';
import { createNetwork } from '../page/network.ts';
import { tellHistory } from '../page/tell-history.ts';
import { collectText } from '../outbox/collect-text.ts';
import { keptKeys } from '../page/kept-keys.ts';
import { leftBatches } from '../page/left-batches.ts';
import { createAdoption } from './adoption.ts';
import type { Core } from './core.ts';
import { httpTransport } from './http-transport.ts';
import { createLink } from './link.ts';
import { createRoom } from './room.ts';
import { saved } from './saved.ts';
import { selfReport } from './self-report.ts';
import { createSender } from './sender.ts';
import { socketTransport } from './socket-transport.ts';

/** Sends what waits. The core goes on without it: events are safe in the outbox, and go over as the page is left. */
export interface Delivery {
  /** Something may be sent. */
  ready(): void;
  /** The document's tab is known. */
  settled(tab: TabId): void;
  /** What the next message tells of the page's clock. */
  clock(sentAt: number): SendClock;
  /** Whether the outbox takes so many characters more. */
  hasRoom(characters: number): boolean;
}

/** The script that this comes in. */
export interface Courier {
  createDelivery(core: Core): Delivery;
  /** The database for the outbox; rejects where there is none. */
  databaseStore(page: Page): Promise<BatchStore>;
}

/** Brings everything to the server: what this document records, and what documents left that are gone. */
export const createDelivery: Courier['createDelivery'] = (core) => {
  const { surface, token, addresses, handshake, waiting, outbox, store, tail, changed, refused } = core;
  const { page } = surface;
  const { wall, after, watch, locks, uuid } = page;

  const network = createNetwork(page);

  const adopt = () => {
    const tab = outbox.alive();
    if (tab) watch(adoption.orphans(tab.id));
  };
  const settled = (tab: TabId) => {
    watch(adoption.own(tab));
    adopt();
    link.want();
  };
  const link = createLink({
    transports: [socketTransport(network, addresses.socket ?? beside(addresses.collect)), httpTransport(network, addresses.collect)],
    handshake,
    after,
    random: () => Math.random(),
    opened() {
      sender.opened();
      adopt();
    },
    received: (message) => sender.received(message),
    stopped(reason) {
      page.warn(`the server refuses this page: ${reason}`);
      outbox.secure();
      page.end();
      refused?.(reason);
    },
  });
  const sender = createSender({
    link,
    waiting,
    wall,
    after,
    saved: saved({ waiting, store, tail, watch }),
    refused: (batch, reason) => lost(batch, reason),
  });
  const adoption = createAdoption({
    store,
    left: leftBatches(page.window),
    tail,
    tailed: () => keptKeys(() => page.window.localStorage, TAIL_PREFIX) as TabId[],
    locks,
    waiting,
    token,
    uuid,
    wall,
    ready: sender.pump,
    expired: (batches) =>
      changed({
        reason: 'events of another token waited too long',
        dropped: batches.reduce((sum, { first, next }) => sum + Math.max(next - first, 0), 0),
        from: Math.min(...batches.map(({ madeAt }) => madeAt)),
        to: Math.max(...batches.map(({ madeAt }) => madeAt)),
      }),
  });

  tellHistory(page.window);
  page.on('pageshow', ({ persisted }) => persisted && link.comeBack());
  page.on('online', () => link.want(true));
  page.onVisibility((visible) => {
    if (!visible) return;
    if (waiting.entries.size > 0) link.want(true);
    adopt();
  });
  surface.onLeave(link.leave);
  surface.carriage = {
    token,
    store,
    tail,
    waiting,
    tab: () => outbox.alive()?.id,
    uuid,
    ready: () => sender.pump(),
    last: (payload) => page.postLast(addresses.collect, collectText(handshake(), [payload])),
  };
  const lost = (batch: Batch, reason: string) => (batch.aside ? surface.carriage?.lost?.(batch) : changed({ reason, ...missing(batch) }));
  const room = createRoom({ waiting, store, wall, watch, changed, lost });
  selfReport(core, { ...network, ...room });
  const tab = outbox.alive();
  if (tab) settled(tab.id);

  return { ready: sender.pump, settled, clock: sender.clock, hasRoom: room.has };
};

/** Which events of its tab a batch leaves out. */
const missing = ({ first, next }: Batch) => ({ dropped: next - first, missing: [{ from: first, to: next - 1 }] });

/** The socket of the server that takes requests there. */
const beside = (collect: string) => new URL('../ws/endpoint/', collect).href.replace(/^http/, 'ws');
