import type { BatchStore } from './batch-store.ts';
import { memoryStore } from './memory-store.ts';

/** A store that is still being opened, and that goes on in memory when there is none or it fails (quota, a deleted database); tells why, once. */
export function steadyStore(opening: Promise<BatchStore>, lost: (reason: string) => void): BatchStore {
  let durable = true;
  let current = opening.catch((error) => fallBack(`no database: ${String(error)}`));

  const fallBack = (reason: string): BatchStore => {
    durable = false;
    lost(reason);
    return memoryStore();
  };

  const attempt = async <Value>(task: (store: BatchStore) => Promise<Value>): Promise<Value> => {
    const tried = current;
    const store = await tried;
    try {
      return await task(store);
    } catch (error) {
      if (current === tried) current = Promise.resolve(fallBack(String(error)));
      return task(await current);
    }
  };

  return {
    get durable() {
      return durable;
    },
    next: (tab) => attempt((store) => store.next(tab)),
    keep: (batches) => attempt((store) => store.keep(batches)),
    forget: (batches) => attempt((store) => store.forget(batches)),
    tabs: () => attempt((store) => store.tabs()),
    of: (tab) => attempt((store) => store.of(tab)),
  };
}
