import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../api-context.ts';
import { wait } from '../../session/use-event-feed.ts';
import type { PartSource } from './kept-parts.ts';
import { createRecordingFeed, type RecordingState } from './recording-feed.ts';

/** What is known of a session's recording, and where its parts come from. */
export interface UsedRecording extends RecordingState {
  source: PartSource;
}

/** What is recorded of a session, with what shows the moment that is looked at first; followed for as long as the page is open. */
export function useRecording(session: string, { t, tab }: Looked): UsedRecording {
  const api = useApi();
  // Where somebody goes from there is the player's.
  const [first] = useState({ t, tab });
  const feed = useMemo(() => createRecordingFeed({ api, session, first, wait }), [api, session, first]);
  const state = useSyncExternalStore(feed.subscribe, feed.read);
  const isLive = state.manifest?.live === true;
  const isSeen = useDocumentVisibility() !== 'hidden';
  // Nobody looks at a hidden page: it holds no connection, of which a browser has six.
  useEffect(() => (isSeen || !isLive ? feed.follow({ live: isLive }) : undefined), [feed, isLive, isSeen]);
  return { ...state, source: feed };
}

interface Looked {
  /** ms from the session's start; its recording's beginning where left out. */
  t: number | undefined;
  tab: string | undefined;
}
