import type { TabId } from '@sightline/protocol';
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

/** IndexedDB as a store of batches. Rejects where a private window or a setting forbids it. */
export async function databaseStore({ window, after }: Pick<Page, 'window' | 'after'>): Promise<BatchStore> {
  // Some private windows never answer.
  const late = new Promise<never>((_, reject) => after(OPENS_WITHIN_MS, () => reject(new Error('no answer in time'))));
  const database = await Promise.race([outboxDatabase(window.indexedDB), late]);

  const write = (task: (batches: IDBObjectStore, tabs: IDBObjectStore) => void) => {
    const transaction = database.transaction(['batches', 'tabs'], 'readwrite');
    task(transaction.objectStore('batches'), transaction.objectStore('tabs'));
    return heard(transaction, 'complete', 'abort');
  };
  const rows = () => answer<TabRow[]>(database.transaction('tabs').objectStore('tabs').getAll());

  return {
    next: async (tab) => (await rows()).find((row) => row.tab === tab)?.next ?? 0,
    keep: (kept) =>
      write((batches, tabs) => {
        for (const batch of kept) {
          const { tab, next, madeAt: at } = batch;
          batches.put(batch);
          // Numbers never go back, whatever order batches are kept in.
          change(tabs, tab, (row) => ((row?.next ?? 0) < next ? { ...row, tab, next, at } : undefined));
        }
      }),
    forget: (forgotten) => write((batches) => forgotten.forEach(({ tab, first }) => batches.delete([tab, first]))),
    mark: (tab, sign) =>
      write((_, tabs) => change(tabs, tab, (row) => (row || sign) && { tab, next: 0, at: sign?.at ?? Date.now(), ...row, sign })),
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
