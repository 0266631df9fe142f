import type { StoredEvent } from '@sightline/protocol';
import type { Reading } from '../data/growing.ts';
import { useGrowing } from '../data/use-growing.ts';

/** Tabs numbered in the order in which they began, as the timeline and the list call them. */
export const useTabNumbers = (events: readonly StoredEvent[]): ReadonlyMap<string, number> => useGrowing(events, numberTabs);

function numberTabs(): Reading<StoredEvent, ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  return {
    see: ({ tab }) => void (numbers.has(tab) || numbers.set(tab, numbers.size + 1)),
    result: () => new Map(numbers),
  };
}
