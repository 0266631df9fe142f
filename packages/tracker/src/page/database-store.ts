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

  /** One transaction for all that waits to be written: each costs the main thread some 0.3 ms. */
  const write = (kept: readonly Batch[] = []) => {
    const transaction = database.transaction(['batches', 'tabs'], 'readwrite');
    const batches = transaction.objectStore('batches');
    const tabs = transaction.objectStore('tabs');
    for (const batch of kept) {
      const { tab, next, madeAt: at } = batch;
      batches.put(batch);
      // Numbers never go back, whatever order batches are kept in.
      change(tabs, tab, (row) => ((row?.next ?? 0) < next ? { ...row, tab, next, at } : undefined));
    }
    for (const { tab, first } of forgotten) batches.delete([tab, first]);
    for (const [tab, sign] of signs)
      change(tabs, tab, (row) => (row || sign) && { tab, next: 0, at: sign?.at ?? Date.now(), ...row, sign });
    forgotten = [];
    signs.clear();
    return heard(transaction, 'complete', 'abort');
  };
  /** What may wait goes with the next batch, or after a while. */
  const writeLater = () =>
    (later ??= new Promise<void>((resolve) => after(WRITE_AFTER_MS, resolve)).then(async () => {
      later = undefined;
      if (forgotten.length + signs.size > 0) await write();
    }));
  const rows = () => answer<TabRow[]>(database.transaction('tabs').objectStore('tabs').getAll());

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

/** Puts another row in the place of a tab's, within the transaction. */
function change(tabs: IDBObjectStore, tab: TabId, to: (row: TabRow | undefined) => TabRow | undefined): void {
  const known: IDBRequest<TabRow | undefined> = tabs.get(tab);
  known.addEventListener('success', () => {
    const row = to(known.result);
    if (row) tabs.put(row);
  });
}
