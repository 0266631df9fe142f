import type { StoredEvent } from '@sightline/protocol';
import { useCallback } from 'react';
import type { Player } from '../player.ts';
import { useMoment } from './use-moment.ts';

/** The last of the events, which are in order of time, that has happened where the playhead is. */
export function useCurrentEvent(player: Player | undefined, events: readonly StoredEvent[]): StoredEvent | undefined {
  const read = useCallback((at: number) => events[lastUntil(events, at)], [events]);
  return useMoment(player, read, undefined);
}

/** The index of the last item at or before an instant; -1 where all come later. */
export function lastUntil(items: readonly { at: number }[], at: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
