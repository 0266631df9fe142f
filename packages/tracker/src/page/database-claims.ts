import type { Claim, Claims } from '../presence/ledger.ts';

/** Sessions are long over by then. */
const KEPT_MS = 3 * 24 * 3_600_000;

/** Claims in IndexedDB, whose transactions no two tabs are in at once. Rejects where there is no database. */
export async function databaseClaims(indexedDB: IDBFactory): Promise<Claims> {
  const opening = indexedDB.open('sightline-actions', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('claims', { keyPath: 'key' }));
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('the database gave up')));
  });
  database.addEventListener('versionchange', () => database.close());

  /** One transaction that reads a claim and may write another; it is on the disk before anybody acts on the answer. */
  const step = <Value>(key: string, decide: (found: Claim | undefined, store: IDBObjectStore) => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction('claims', 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore('claims');
      const asked: IDBRequest<Claim | undefined> = store.get(key);
      let answer: Value;
      asked.addEventListener('success', () => (answer = decide(asked.result, store)));
      transaction.addEventListener('complete', () => resolve(answer));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the database gave up')));
    });

  const sweep = database.transaction('claims', 'readwrite').objectStore('claims').openCursor();
  sweep.addEventListener('success', () => {
    const cursor = sweep.result;
    if (!cursor) return;
    if ((cursor.value as Claim).at < Date.now() - KEPT_MS) cursor.delete();
    cursor.continue();
  });

  return {
    get: (key) => step(key, (found) => found),
    swap: (claim, before) =>
      step(claim.key, (found, store) => {
        const isAsKnown = found?.by === before?.by && found?.state === before?.state;
        if (isAsKnown) store.put(claim);
        return isAsKnown;
      }),
  };
}
