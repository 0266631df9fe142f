import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../../api-context.ts';
import { wait } from '../../session/use-event-feed.ts';
import { createRecordingFeed, type RecordingState } from './recording-feed.ts';

/** A running session is to be seen within two seconds; the store takes one of them. */
const LIVE_MS = 400;
const QUIET_MS = 15_000;

/** What is recorded of a session, followed for as long as the page is open. */
export function useRecording(session: string, live: boolean): RecordingState {
  const api = useApi();
  const feed = useMemo(() => createRecordingFeed({ api, session, wait }), [api, session]);
  const state = useSyncExternalStore(feed.subscribe, feed.read);
  const isLive = live || state.manifest?.live === true;
  useEffect(() => feed.follow(isLive ? LIVE_MS : QUIET_MS), [feed, isLive]);
  return state;
}
