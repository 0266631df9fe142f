import type { TabId } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { LeftBatches } from '../outbox/batch-store.ts';
import type { TabRow } from './database-store.ts';
import { answer, heard, outboxDatabase } from './outbox-database.ts';

/** How long a tab that is not seen any more keeps its number. */
const TAB_KEPT_MS = 30 * 24 * 3_600_000;

/** What documents left in IndexedDB; nothing where there is none. */
export function leftBatches(window: Window & typeof globalThis): LeftBatches {
  // Reading the property itself throws where storage is blocked.
  const opening = Promise.resolve().then(() => outboxDatabase(window.indexedDB));
  opening.then(sweep).catch(() => {
    // The outbox has told that it has no database.
  });
  const read = <Value>(ask: (batches: IDBObjectStore) => IDBRequest<Value>) =>
    opening.then((database) => answer(ask(database.transaction('batches').objectStore('batches'))));
  return {
    tabs: async () => [...new Set(((await read((batches) => batches.getAllKeys())) as [TabId, number][]).map(([tab]) => tab))],
    of: (tab) => read<Batch[]>((batches) => batches.getAll(IDBKeyRange.bound([tab, 0], [tab, Infinity]))),
  };
}

/** Forgets tabs that nobody will be again. */
async function sweep(database: IDBDatabase): Promise<void> {
  const transaction = database.transaction(['tabs', 'batches'], 'readwrite');
  const keys = (await answer(transaction.objectStore('batches').getAllKeys())) as [TabId, number][];
  const waiting = new Set(keys.map(([tab]) => tab));
  const tabs = transaction.objectStore('tabs');
  const rows = await answer<TabRow[]>(tabs.getAll());
  for (const { tab, at } of rows) if (!waiting.has(tab) && at < Date.now() - TAB_KEPT_MS) tabs.delete(tab);
  await heard(transaction, 'complete', 'abort');
}
