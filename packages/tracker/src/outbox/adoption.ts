import type { BatchId, TabId } from '@sightline/protocol';
import { tabLock } from '../identity/tab.ts';
import type { HeldLocks } from '../page/held-locks.ts';
import type { Batch } from './batch.ts';
import type { BatchStore } from './batch-store.ts';
import type { Sender } from './sender.ts';
import type { Tail } from './tail.ts';

export interface AdoptionDeps {
  store: BatchStore;
  tail: Tail;
  locks: HeldLocks;
  sender: Pick<Sender, 'add' | 'has'>;
  token: string;
  uuid: <Id extends string>() => Id;
  wall: () => number;
  watch: (work: Promise<unknown>) => void;
}

export interface Adoption {
  /** What earlier documents of the tab left. */
  own(tab: TabId): Promise<void>;
  /** What dead tabs left, one tab after another. */
  orphans(own: TabId): Promise<void>;
}

/** Without locks nobody knows whether a tab lives; one that kept a batch so long unsent most likely does not. */
const PRESUMED_DEAD_MS = 60_000;

/** Sends on what documents left behind that are gone. */
export function createAdoption({ store, tail, locks, sender, token, uuid, wall, watch }: AdoptionDeps): Adoption {
  let busy = false;

  const left = async (tab: TabId): Promise<Batch[]> => {
    const late = tail.of(tab).filter((batch) => batch.token === token);
    if (late.length > 0) {
      await store.keep(late);
      if (store.durable) tail.drop(tab, late);
    }
    const kept = store.durable ? await store.of(tab) : late;
    return kept.filter((batch) => batch.token === token && !sender.has(batch));
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
      const batches = [...(await left(tab)), ...(await lastWords(tab))];
      const dead = locks.known || batches.every(({ madeAt }) => madeAt < wall() - PRESUMED_DEAD_MS);
      if (dead) await sender.add(batches, true);
    } finally {
      release();
    }
  };

  return {
    async own(tab) {
      await store.mark(tab, undefined);
      watch(sender.add(await left(tab), true));
    },
    async orphans(own) {
      if (busy) return;
      busy = true;
      try {
        const marked = (await store.marks()).map(({ tab }) => tab);
        const tabs = new Set([...(await store.tabs()), ...tail.tabs(), ...marked]);
        tabs.delete(own);
        for (const tab of tabs) await adopt(tab);
      } finally {
        busy = false;
      }
    },
  };
}
