import type { TabId } from '@sightline/protocol';
import { parsed } from '../identity/parsed.ts';
import type { KeptTexts } from '../page/kept-texts.ts';
import type { Batch } from './batch.ts';

/** Batches kept in one synchronous write as the page goes, when the database may not finish. */
export interface Tail {
  /** False where they could not be kept. */
  add(tab: TabId, batches: Batch[]): boolean;
  drop(tab: TabId, batches: Batch[]): void;
  of(tab: TabId): Batch[];
}

/** What the names of kept tails begin with; a tab's id follows. */
export const TAIL_PREFIX = 'sightline-tail-';

/** The tail in `localStorage`, one text per tab. */
export function createTail(local: KeptTexts): Tail {
  const of = (tab: TabId): Batch[] => {
    // Damaged text names no event that could be saved.
    const kept = parsed<Batch[]>(local.get(TAIL_PREFIX + tab));
    return Array.isArray(kept) ? kept : [];
  };

  return {
    add: (tab, batches) => batches.length === 0 || local.set(TAIL_PREFIX + tab, JSON.stringify([...without(of(tab), batches), ...batches])),
    drop(tab, batches) {
      const left = without(of(tab), batches);
      if (left.length === 0) local.remove(TAIL_PREFIX + tab);
      else local.set(TAIL_PREFIX + tab, JSON.stringify(left));
    },
    of,
  };
}

const without = (kept: Batch[], gone: Batch[]) => kept.filter(({ id }) => !gone.some((batch) => batch.id === id));
