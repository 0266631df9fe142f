import type { BatchId, TabId } from '@sightline/protocol';
import { tabLock } from '../identity/tab.ts';
import type { Batch } from '../outbox/batch.ts';
import type { LeftBatches } from '../outbox/batch-store.ts';
import type { SteadyStore } from '../outbox/steady-store.ts';
import type { Tail } from '../outbox/tail.ts';
import type { Waiting } from '../outbox/waiting.ts';
import type { HeldLocks } from '../page/held-locks.ts';

export interface AdoptionDeps {
  store: SteadyStore;
  left: LeftBatches;
  tail: Tail;
  /** Tabs that left a tail. */
  tailed(): TabId[];
  locks: HeldLocks;
  waiting: Pick<Waiting, 'add' | 'entries'>;
  token: string;
  uuid: <Id extends string>() => Id;
  wall: () => number;
  /** There is something to send. */
  ready: () => void;
  /** Batches of another token waited too long and are gone. */
  expired: (batches: Batch[]) => void;
}

export interface Adoption {
  /** Sends on what earlier documents of the tab left. */
  own(tab: TabId): Promise<void>;
  /** Sends on what dead tabs left, one tab after another. */
  orphans(own: TabId): Promise<void>;
}

/** Without locks nobody knows whether a tab lives; one that kept a batch so long unsent most likely does not. */
const PRESUMED_DEAD_MS = 60_000;
/** What was recorded under another token waits for a page that has it; a study that ended has none. */
const OTHERS_KEPT_MS = 14 * 24 * 3_600_000;

/** Sends on what documents left behind that are gone. */
export function createAdoption({ store, left, tail, tailed, locks, waiting, token, uuid, wall, ready, expired }: AdoptionDeps): Adoption {
  let busy = false;

  const leftBy = async (tab: TabId): Promise<Batch[]> => {
    const late = tail.of(tab);
    if (late.length > 0) {
      await store.keep(late);
      if (store.durable) tail.drop(tab, late);
    }
    const kept = store.durable ? await left.of(tab) : late;
    const old = kept.filter((batch) => batch.token !== token && batch.madeAt < wall() - OTHERS_KEPT_MS);
    if (old.length > 0) {
      await store.forget(old);
      tail.drop(tab, old);
      expired(old);
    }
    return kept.filter((batch) => batch.token === token && !waiting.entries.has(batch.id));
  };

  const send = async (batches: Batch[]) => {
    const added = waiting.add(batches, { resent: true, kept: true });
    const all = added.map((entry) => new Promise<void>((resolve) => (entry.done = resolve)));
    ready();
    await Promise.all(all);
  };

  /** What a dead tab would still have told. */
  const lastWords = async (tab: TabId): Promise<Batch[]> => {
    const sign = (await store.marks()).find((one) => one.tab === tab);
    if (!sign || sign.token !== token || !(locks.known || sign.at < wall() - PRESUMED_DEAD_MS)) return [];
    const first = Math.max(sign.next, await store.next(tab));
    const events = sign.events.map(({ fields, epoch }, index) => `{"sequence":${first + index},"epoch":${epoch},${fields}}`).join();
    const next = first + sign.events.length;
    const batch = { id: uuid<BatchId>(), token, tab, session: sign.session.id, first, next, madeAt: sign.at, events };
    if (events) await store.keep([batch]);
    await store.mark(tab, undefined);
    return events ? [batch] : [];
  };

  const adopt = async (tab: TabId) => {
    const release = await locks.take(tabLock(tab));
    if (!release) return;
    try {
      const batches = [...(await leftBy(tab)), ...(await lastWords(tab))];
      const dead = locks.known || batches.every(({ madeAt }) => madeAt < wall() - PRESUMED_DEAD_MS);
      if (dead) await send(batches);
    } finally {
      release();
    }
  };

  return {
    async own(tab) {
      await store.mark(tab, undefined);
      await send(await leftBy(tab));
    },
    async orphans(own) {
      if (busy) return;
      busy = true;
      try {
        const marked = (await store.marks()).map(({ tab }) => tab);
        const tabs = new Set([...(store.durable ? await left.tabs() : []), ...tailed(), ...marked]);
        tabs.delete(own);
        for (const tab of tabs) await adopt(tab);
      } finally {
        busy = false;
      }
    },
  };
}
