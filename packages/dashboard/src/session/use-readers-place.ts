import type { StoredEvent } from '@sightline/protocol';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the first row in view where it is when events sort in above it, whatever the heights of the rows between. At the very
 * top there is nothing above to keep a distance from.
 */
export function useReadersPlace({ events, virtual, scroller }: ReadersPlace): void {
  const kept = useRef<Kept>(undefined);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = kept.current;
    if (!element) return;
    const startNow = before && before.events !== events ? startOf(virtual, events.indexOf(before.first)) : undefined;
    const moved = before && startNow !== undefined && element.scrollTop > 0 ? startNow - before.start : 0;
    if (moved !== 0) element.scrollBy(0, moved);
    const index = virtual.getVirtualItemForOffset(element.scrollTop)?.index ?? 0;
    const first = events[index];
    const start = startOf(virtual, index);
    kept.current = first && start !== undefined ? { events, first, start } : undefined;
  });
}

export interface ReadersPlace {
  events: readonly StoredEvent[];
  virtual: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLDivElement | null>;
}

/** The first row in view, and how far down the list it began, in the list as it was. */
interface Kept {
  events: readonly StoredEvent[];
  first: StoredEvent;
  start: number;
}

const startOf = (virtual: Virtualizer<HTMLDivElement, Element>, index: number): number | undefined =>
  index < 0 ? undefined : virtual.measurementsCache[index]?.start;
