import type { TabId } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { BatchStore } from '../outbox/batch-store.ts';
import type { LifeSign } from '../outbox/life-sign.ts';

/** How long a tab that is not seen any more keeps its number. */
const TAB_KEPT_MS = 30 * 24 * 3_600_000;

interface TabRow {
  tab: TabId;
  next: number;
  at: number;
  sign?: LifeSign;
}

/** IndexedDB as a store of batches. Rejects where a private window or a setting forbids it. */
export async function databaseStore(indexedDB: IDBFactory): Promise<BatchStore> {
  const opening = indexedDB.open('sightline', 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('batches', { keyPath: ['tab', 'first'] });
    opening.result.createObjectStore('tabs', { keyPath: 'tab' });
  });
  const database = await answer(opening);
  // A newer version of the tracker in another tab must not wait for this one.
  database.addEventListener('versionchange', () => database.close());

  const read = <Value>(store: string, ask: (store: IDBObjectStore) => IDBRequest<Value>) =>
    answer(ask(database.transaction(store).objectStore(store)));
  const write = (task: (batches: IDBObjectStore, tabs: IDBObjectStore) => void) => {
    const transaction = database.transaction(['batches', 'tabs'], 'readwrite');
    task(transaction.objectStore('batches'), transaction.objectStore('tabs'));
    return heard(transaction, 'complete', 'abort');
  };

  return {
    durable: true,
    next: async (tab) => (await read<TabRow | undefined>('tabs', (tabs) => tabs.get(tab)))?.next ?? 0,
    keep: (kept) =>
      write((batches, tabs) => {
        for (const batch of kept) {
          batches.put(batch);
          raise(tabs, batch);
        }
      }),
    forget: (forgotten) => write((batches) => forgotten.forEach(({ tab, first }) => batches.delete([tab, first]))),
    mark: (tab, sign) =>
      write((_, tabs) => change(tabs, tab, (row) => (row || sign) && { tab, next: 0, at: sign?.at ?? Date.now(), ...row, sign })),
    marks: async () => (await read<TabRow[]>('tabs', (tabs) => tabs.getAll())).flatMap(({ sign }) => sign ?? []),
    async tabs() {
      const keys = (await read('batches', (batches) => batches.getAllKeys())) as [TabId, number][];
      const waiting = new Set(keys.map(([tab]) => tab));
      const rows = await read<TabRow[]>('tabs', (tabs) => tabs.getAll());
      const old = rows.filter(({ tab, at }) => !waiting.has(tab) && at < Date.now() - TAB_KEPT_MS);
      if (old.length > 0) await write((_, tabs) => old.forEach(({ tab }) => tabs.delete(tab)));
      return [...waiting];
    },
    of: (tab) => read<Batch[]>('batches', (batches) => batches.getAll(IDBKeyRange.bound([tab, 0], [tab, Infinity]))),
  };
}

/** Numbers never go back, whatever order batches are kept in. */
const raise = (tabs: IDBObjectStore, { tab, next, madeAt }: Batch) =>
  change(tabs, tab, (row) => ((row?.next ?? 0) < next ? { ...row, tab, next, at: madeAt } : undefined));

/** Puts another row in the place of a tab's, within the transaction. */
function change(tabs: IDBObjectStore, tab: TabId, to: (row: TabRow | undefined) => TabRow | undefined): void {
  const known: IDBRequest<TabRow | undefined> = tabs.get(tab);
  known.addEventListener('success', () => {
    const row = to(known.result);
    if (row) tabs.put(row);
  });
}

async function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  await heard(request, 'success', 'error');
  return request.result;
}

const heard = (target: IDBRequest | IDBTransaction, good: string, bad: string): Promise<void> =>
  new Promise((resolve, reject) => {
    target.addEventListener(good, () => resolve());
    target.addEventListener(bad, () => reject(target.error ?? new Error('the database gave up')));
  });
