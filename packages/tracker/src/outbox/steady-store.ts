import type { BatchStore } from './batch-store.ts';

/** A store that goes on in memory when there is none or it fails (quota, a deleted database); tells why, once. */
export interface SteadyStore extends BatchStore {
  /** Whether what is kept outlives the document. */
  readonly durable: boolean;
}

/** A store that is still being opened. In memory nothing has to be done: what waits for the server is there anyway. */
export function steadyStore(opening: Promise<BatchStore>, lost: (reason: string) => void): SteadyStore {
  let durable = true;

  const attempt =
    <Given extends unknown[], Value>(method: (store: BatchStore) => (...given: Given) => Promise<Value>, otherwise?: Value) =>
    async (...given: Given): Promise<Value> => {
      try {
        if (durable) return await method(await opening)(...given);
      } catch (error) {
        if (durable) {
          durable = false;
          lost(String(error));
        }
      }
      return otherwise as Value;
    };

  return {
    get durable() {
      return durable;
    },
    next: attempt((store) => store.next, 0),
    keep: attempt((store) => store.keep),
    forget: attempt((store) => store.forget),
    mark: attempt((store) => store.mark),
    marks: attempt((store) => store.marks, []),
  };
}
