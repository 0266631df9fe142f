import type { TabId } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { BatchStore } from '../outbox/batch-store.ts';
import type { LifeSign } from '../outbox/life-sign.ts';
import type { Page } from './page.ts';
import { answer, heard, outboxDatabase } from './outbox-database.ts';

/** What is known of a tab, whatever waits of it. */
export interface TabRow {
  tab: TabId;
  next: number;
  at: number;
  sign?: LifeSign | undefined;
}

const OPENS_WITHIN_MS = 3_000;
const WRITE_AFTER_MS = 1_000;

/** IndexedDB as a store of batches. Rejects where a private window or a setting forbids it. */
export async function databaseStore({ window, after }: Pick<Page, 'window' | 'after'>): Promise<BatchStore> {
  // Some private windows never answer.
  const late = new Promise<never>((_, reject) => after(OPENS_WITHIN_MS, () => reject(new Error('no answer in time'))));
  const database = await Promise.race([outboxDatabase(window.indexedDB), late]);

  let forgotten: Batch[] = [];
  const signs = new Map<TabId, LifeSign | undefined>();
  let later: Promise<void> | undefined;

  /** Rows of tabs as this document wrote them: it alone writes those of its tab, and only a dead tab's are written by others. */
  const own = new Map<TabId, TabRow>();

  /** One transaction for all that waits to be written: each costs the main thread some 0.3 ms. */
  const write = async (kept: readonly Batch[] = []) => {
    const transaction = database.transaction(['batches', 'tabs'], 'readwrite');
    const batches = transaction.objectStore('batches');
    const changes = new Map<TabId, Change[]>();
    const change = (tab: TabId, to: Change) => changes.set(tab, [...(changes.get(tab) ?? []), to]);
    for (const batch of kept) {
      const { tab, next, madeAt: at } = batch;
      batches.put(batch);
      // Numbers never go back, whatever order batches are kept in.
      change(tab, (row) => ((row?.next ?? 0) < next ? { ...row, tab, next, at } : row));
    }
    for (const { tab, first } of forgotten) batches.delete([tab, first]);
    for (const [tab, sign] of signs) change(tab, (row) => (row || sign ? { tab, next: 0, at: sign?.at ?? Date.now(), ...row, sign } : row));
    forgotten = [];
    signs.clear();
    for (const [tab, steps] of changes) apply(transaction.objectStore('tabs'), own, tab, steps);
    try {
      await heard(transaction, 'complete', 'abort');
    } catch (error) {
      own.clear();
      throw error;
    }
  };
  /** What may wait goes with the next batch, or after a while. */
  const writeLater = () =>
    (later ??= new Promise<void>((resolve) => after(WRITE_AFTER_MS, resolve)).then(async () => {
      later = undefined;
      if (forgotten.length + signs.size > 0) await write();
    }));
  const rows = () => {
    own.clear();
    return answer<TabRow[]>(database.transaction('tabs').objectStore('tabs').getAll());
  };

  return {
    next: async (tab) => (await rows()).find((row) => row.tab === tab)?.next ?? 0,
    keep: write,
    forget(batches) {
      // One that is found again by then is sent twice, and stored once.
      forgotten.push(...batches);
      return writeLater();
    },
    mark(tab, sign) {
      signs.set(tab, sign);
      // A sign that outlives its tab would be told by others, though the tab has told it.
      return sign ? writeLater() : write();
    },
    marks: async () => (await rows()).flatMap(({ sign }) => sign ?? []),
  };
}

type Change = (row: TabRow | undefined) => TabRow | undefined;

/** Puts another row in the place of a tab's, within the transaction. */
function apply(tabs: IDBObjectStore, own: Map<TabId, TabRow>, tab: TabId, steps: readonly Change[]): void {
  const put = (before: TabRow | undefined) => {
    const row = steps.reduce((now, step) => step(now), before);
    if (!row || row === before) return;
    own.set(tab, row);
    tabs.put(row);
  };
  const mine = own.get(tab);
  if (mine) return put(mine);
  const known: IDBRequest<TabRow | undefined> = tabs.get(tab);
  known.addEventListener('success', () => put(known.result));
}
