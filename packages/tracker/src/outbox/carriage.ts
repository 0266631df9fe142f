import type { BatchId, TabId, TrackerReportDetails } from '@sightline/protocol';
import type { Batch } from './batch.ts';
import type { SteadyStore } from './steady-store.ts';
import type { Tail } from './tail.ts';
import type { Waiting } from './waiting.ts';

/** What an add-on needs to send more than events through the outbox; there once delivery is. */
export interface Carriage {
  /** The flight token that everything is recorded under. */
  token: string;
  store: Pick<SteadyStore, 'keep' | 'forget' | 'durable'>;
  tail: Pick<Tail, 'add'>;
  waiting: Pick<Waiting, 'add' | 'entries' | 'payload'>;
  /** This document's tab, while it is known. */
  tab(): TabId | undefined;
  uuid(): BatchId;
  /** There is something to send. */
  ready(): void;
  /** Hands a batch over as the page goes. */
  last(payload: string): void;
  /** Set by the add-on: hears of a batch of its own that had to leave the outbox. */
  lost?(batch: Batch): void;
  /** Set by the add-on: what it did, for the tracker's report of itself. */
  report?(): TrackerReportDetails['recording'];
}
