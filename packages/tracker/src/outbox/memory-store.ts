import type { BatchStore } from './batch-store.ts';

/** For browsers that give no database: batches wait in the sender, and no longer than the document lives. */
export const memoryStore = (): BatchStore => ({
  durable: false,
  next: async () => 0,
  keep: async () => undefined,
  forget: async () => undefined,
  tabs: async () => [],
  mark: async () => undefined,
  marks: async () => [],
  of: async () => [],
});
