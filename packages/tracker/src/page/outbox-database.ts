/** The database that all tabs of a site keep their outboxes in. */
export async function outboxDatabase(indexedDB: IDBFactory): Promise<IDBDatabase> {
  const opening = indexedDB.open('sightline', 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('batches', { keyPath: ['tab', 'first'] });
    opening.result.createObjectStore('tabs', { keyPath: 'tab' });
  });
  const database = await answer(opening);
  // A newer version of the tracker in another tab must not wait for this one.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

/** What a request found. */
export async function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  await heard(request, 'success', 'error');
  return request.result;
}

/** Resolves or rejects as the database tells. */
export const heard = (target: IDBRequest | IDBTransaction, good: string, bad: string): Promise<void> =>
  new Promise((resolve, reject) => {
    target.addEventListener(good, () => resolve());
    target.addEventListener(bad, () => reject(target.error ?? new Error('the database gave up')));
  });
