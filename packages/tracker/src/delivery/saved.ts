import type { BatchId } from '@sightline/protocol';
import type { Batch } from '../outbox/batch.ts';
import type { Core } from './core.ts';

/** Lets go of a batch that the server has, or will never take. */
export const saved =
  ({
    waiting,
    store,
    tail,
    watch,
  }: Pick<Core, 'store' | 'tail'> & { waiting: Pick<Core['waiting'], 'settle'>; watch(work: Promise<unknown>): void }) =>
  (id: BatchId): Batch | undefined => {
    const batch = waiting.settle(id);
    if (!batch) return undefined;
    if (!store.durable) tail.drop(batch.tab, [batch]);
    watch(store.forget([batch]));
    return batch;
  };
