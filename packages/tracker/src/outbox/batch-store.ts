import type { TabId } from '@sightline/protocol';
import type { Batch } from './batch.ts';
import type { LifeSign } from './life-sign.ts';

/** Where batches wait until the server has them. */
export interface BatchStore {
  /** First sequence of the tab that was never kept here. */
  next(tab: TabId): Promise<number>;
  /** Resolves once all of them are safe. */
  keep(batches: Batch[]): Promise<void>;
  forget(batches: Batch[]): Promise<void>;
  /** Puts the tab's sign of life in the place of the one before; undefined takes it away. */
  mark(tab: TabId, sign: LifeSign | undefined): Promise<void>;
  /** Signs of life of all tabs, dead ones too. */
  marks(): Promise<LifeSign[]>;
}

/** What is in the store of documents that may be gone. */
export interface LeftBatches {
  /** Tabs of which something is kept. */
  tabs(): Promise<TabId[]>;
  /** The tab's batches, oldest first. */
  of(tab: TabId): Promise<Batch[]>;
}
