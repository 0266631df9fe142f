import type { BatchStore } from './batch-store.ts';

/** A store that goes on in memory when there is none or it fails (quota, a deleted database); tells why, once. */
export interface SteadyStore extends BatchStore {
  /** Whether what is kept outlives the document. */
  readonly durable: boolean;
}

/** A store that is still being opened. In memory nothing has to be done: what waits for the server is there anyway. */
export function steadyStore(opening: Promise<BatchStore>, lost: (reason: string) => void): SteadyStore {
  let durable = true;

  const attempt = async <Value>(task: (store: BatchStore) => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      if (durable) return await task(await opening);
    } catch (error) {
      if (durable) {
        durable = false;
        lost(String(error));
      }
    }
    return otherwise;
  };

  return {
    get durable() {
      return durable;
    },
    next: (tab) => attempt((store) => store.next(tab), 0),
    keep: (batches) => attempt((store) => store.keep(batches), undefined),
    forget: (batches) => attempt((store) => store.forget(batches), undefined),
    mark: (tab, sign) => attempt((store) => store.mark(tab, sign), undefined),
    marks: () => attempt((store) => store.marks(), []),
  };
}
