import type { BatchStore } from './batch-store.ts';
import { memoryStore } from './memory-store.ts';

/** A store that is still being opened, and that goes on in memory when there is none or it fails (quota, a deleted database); tells why, once. */
export function steadyStore(opening: Promise<BatchStore>, lost: (reason: string) => void): BatchStore {
  let current = opening;
  let durable = true;

  const attempt = <Value>(task: (store: BatchStore) => Promise<Value>): Promise<Value> =>
    current.then(task).catch((error) => {
      if (durable) {
        durable = false;
        current = Promise.resolve(memoryStore());
        lost(String(error));
      }
      return current.then(task);
    });

  return {
    get durable() {
      return durable;
    },
    next: (tab) => attempt((store) => store.next(tab)),
    keep: (batches) => attempt((store) => store.keep(batches)),
    forget: (batches) => attempt((store) => store.forget(batches)),
    tabs: () => attempt((store) => store.tabs()),
    mark: (tab, sign) => attempt((store) => store.mark(tab, sign)),
    marks: () => attempt((store) => store.marks()),
    of: (tab) => attempt((store) => store.of(tab)),
  };
}
