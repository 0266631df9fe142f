import type { StoredEvent } from '@sightline/protocol';
import type { Client } from '@sightline/client';

/** The first page is small, so that something is there at once; the others large, but not so large that reading one keeps the page from answering. */
const FIRST_PAGE = 1_000;
const PAGE = 5_000;

export interface FeedState {
  /** In order of time; ties by tab and sequence. */
  events: readonly StoredEvent[];
  /** Everything that was there at the first look has been read. */
  caughtUp: boolean;
  failure: Error | undefined;
}

/** Reads a session's events to the end, then looks for more every so many milliseconds; where it stopped it goes on. */
export function createEventFeed({ api, session, wait }: EventFeedDeps) {
  let state: FeedState = { events: [], caughtUp: false, failure: undefined };
  let after: string | undefined;
  const listeners = new Set<() => void>();

  const publish = (next: FeedState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const readOn = async (signal: AbortSignal) => {
    const page = await api.events(session, after === undefined ? { limit: FIRST_PAGE } : { after, limit: PAGE }, signal);
    if (signal.aborted) return false;
    after = page.cursor;
    const isNews = page.events.length > 0 || !state.caughtUp || state.failure !== undefined;
    if (isNews) publish({ events: merge(state.events, page.events), caughtUp: state.caughtUp || !page.more, failure: undefined });
    return page.more;
  };

  const run = async (everyMs: number, signal: AbortSignal) => {
    while (!signal.aborted) {
      let more = false;
      try {
        more = await readOn(signal);
      } catch (failure) {
        if (signal.aborted) return;
        publish({ ...state, failure: failure instanceof Error ? failure : new Error(String(failure)) });
      }
      if (!more) await wait(everyMs, signal);
    }
  };

  return {
    /** Begins or goes on reading; the returned function stops it. */
    follow(everyMs: number) {
      const aborter = new AbortController();
      void run(everyMs, aborter.signal);
      return () => aborter.abort();
    },
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export interface EventFeedDeps {
  api: Pick<Client, 'events'>;
  session: string;
  /** Resolves after so many milliseconds, or at once when aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Joins what came to what is there. Events mostly arrive in order, so most of the time this is an append. */
export function merge(before: readonly StoredEvent[], arrived: readonly StoredEvent[]): readonly StoredEvent[] {
  if (arrived.length === 0) return before;
  const sorted = [...arrived].sort(inTime);
  const [first] = sorted;
  const last = before.at(-1);
  if (!last || !first || inTime(last, first) < 0) return [...before, ...sorted];
  return [...before, ...sorted].sort(inTime);
}

/** Order of a session's events: time, then tab, then position in the tab. */
export const inTime = (a: StoredEvent, b: StoredEvent): number => a.at - b.at || a.tab.localeCompare(b.tab) || a.sequence - b.sequence;
