import type { StoredEvent } from '@sightline/protocol';
import { useState } from 'react';
import { growing, type Reading } from '../data/growing.ts';

/** Tabs numbered in the order in which they began, as the timeline and the list call them. */
export function useTabNumbers(events: readonly StoredEvent[]): ReadonlyMap<string, number> {
  const [read] = useState(() => growing(numberTabs));
  return read(events);
}

function numberTabs(): Reading<StoredEvent, ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  return {
    see: ({ tab }) => void (numbers.has(tab) || numbers.set(tab, numbers.size + 1)),
    result: () => new Map(numbers),
  };
}
