import type { StoredEvent } from '@sightline/protocol';
import { useEffect, useMemo, useState } from 'react';
import { growing } from '../data/growing.ts';
import { eventTest, type EventFilter } from './event-filter.ts';

/** How long one turn of reading may keep the page from answering a key or a click. */
const TURN_MS = 12;
const LOOK_AT_CLOCK_EVERY = 64;

/** The events that a filter lets through. Words are looked for turn by turn; what was found before stays until all is read. */
export function useShownEvents(events: readonly StoredEvent[], { find, kind, name }: EventFilter): ShownEvents {
  const quick = useMemo(() => {
    const passes = eventTest({ ...(kind ? { kind } : {}), ...(name ? { name } : {}) });
    return growing<StoredEvent, readonly StoredEvent[]>(() => {
      const kept: StoredEvent[] = [];
      return { see: (event) => void (passes(event) && kept.push(event)), result: () => [...kept] };
    });
  }, [kind, name]);
  const narrowed = kind === undefined && name === undefined ? events : quick(events);
  const [found, setFound] = useState<{ events: readonly StoredEvent[]; from: readonly StoredEvent[]; find: string }>();

  useEffect(() => {
    if (find === undefined) return undefined;
    const aborter = new AbortController();
    const search = async () => {
      const all = await searchInTurns(narrowed, eventTest({ find }), aborter.signal);
      if (!aborter.signal.aborted) setFound({ events: all, from: narrowed, find });
    };
    void search();
    return () => aborter.abort();
  }, [narrowed, find]);

  if (find === undefined) return { shown: narrowed, searching: false };
  // While a word is being typed, what its beginning found holds it all.
  const before = found && find.startsWith(found.find) ? found.events : narrowed;
  return { shown: before, searching: found?.find !== find || found.from !== narrowed };
}

export interface ShownEvents {
  shown: readonly StoredEvent[];
  /** What is shown is not yet what was asked for. */
  searching: boolean;
}

async function searchInTurns(
  events: readonly StoredEvent[],
  passes: (event: StoredEvent) => boolean,
  signal: AbortSignal,
): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  let until = performance.now() + TURN_MS;
  for (const [index, event] of events.entries()) {
    if (passes(event)) found.push(event);
    if (index % LOOK_AT_CLOCK_EVERY !== 0 || performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return found;
    until = performance.now() + TURN_MS;
  }
  return found;
}
