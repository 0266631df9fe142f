import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../api-context.ts';
import { createEventFeed, type FeedState } from '../data/event-feed.ts';

/** The store takes up to a second to have an event; two seconds after it happened it should be seen. */
const LIVE_MS = 400;
const QUIET_MS = 10_000;

/** A session's events, followed for as long as the page is open: every second while it is live. */
export function useEventFeed(session: string, live: boolean): FeedState {
  const api = useApi();
  const feed = useMemo(() => createEventFeed({ api, session, wait }), [api, session]);
  useEffect(() => feed.follow(live ? LIVE_MS : QUIET_MS), [feed, live]);
  return useSyncExternalStore(feed.subscribe, feed.read);
}

/** Resolves after so many milliseconds, or as soon as it is aborted. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
