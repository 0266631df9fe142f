import type { RecordedTab, RecordingManifest } from '@sightline/protocol';
import type { Client } from '@sightline/client';
import { createKeptParts } from './kept-parts.ts';

export interface RecordingFeedDeps {
  api: Pick<Client, 'recording' | 'recordingPart'>;
  session: string;
  /** What is looked at first: ms from the session's start, and the tab that somebody chose. */
  first: { t: number | undefined; tab: string | undefined };
  /** Resolves after so many milliseconds, or at once when aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** What there is to replay: nothing is known before the first answer, and a failure leaves what was known. */
export interface RecordingState {
  manifest: RecordingManifest | undefined;
  failure: Error | undefined;
}

/** Learns what was recorded, then what comes: the whole list once, and after that only what is new. */
export function createRecordingFeed({ api, session, first, wait }: RecordingFeedDeps) {
  let state: RecordingState = { manifest: undefined, failure: undefined };
  const kept = createKeptParts(api);
  const listeners = new Set<() => void>();
  const publish = (next: RecordingState) => {
    state = next;
    for (const listener of listeners) listener();
  };

  const look = async (signal: AbortSignal) => {
    const known = state.manifest;
    const asked = known
      ? { after: known.cursor }
      : { opening: first.t ?? ('start' as const), ...(first.tab !== undefined && { tab: first.tab }) };
    const { opening, ...came } = await api.recording(session, asked, signal);
    if (signal.aborted) return;
    if (opening) kept.give(opening);
    const isNews = !known || came.tabs.length > 0 || came.live !== known.live || state.failure !== undefined;
    // The cursor goes on in silence: whoever shows the state need not draw again for it.
    if (isNews) publish({ manifest: known ? joined(known, came) : came, failure: undefined });
    else known.cursor = came.cursor;
  };

  const run = async (everyMs: number, signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        await look(signal);
      } catch (failure) {
        if (signal.aborted) return;
        publish({ ...state, failure: failure instanceof Error ? failure : new Error(String(failure)) });
      }
      await wait(everyMs, signal);
    }
  };

  return {
    /** Begins or goes on looking; the returned function stops it. */
    follow(everyMs: number) {
      const aborter = new AbortController();
      void run(everyMs, aborter.signal);
      return () => aborter.abort();
    },
    read: () => state,
    /** The recording's parts, those that are here already without asking. */
    recordingPart: kept.recordingPart,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** What was known, with what came since. */
export function joined(known: RecordingManifest, came: RecordingManifest): RecordingManifest {
  const tabs = new Map(known.tabs.map((tab) => [tab.tab as string, tab]));
  for (const tab of came.tabs) tabs.set(tab.tab, joinedTab(tabs.get(tab.tab), tab));
  return { ...came, tabs: [...tabs.values()].sort((a, b) => a.at - b.at) };
}

function joinedTab(known: RecordedTab | undefined, came: RecordedTab): RecordedTab {
  if (!known) return came;
  const first = came.runs[0]?.from ?? Infinity;
  const firstView = came.views[0]?.at ?? Infinity;
  return {
    ...came,
    at: Math.min(known.at, came.at),
    until: Math.max(known.until, came.until),
    // A run that grew may come again from its beginning.
    runs: [...known.runs.filter(({ from }) => from < first), ...came.runs],
    checkpoints: joinedCheckpoints(known, came, first),
    views: [...known.views.filter(({ at }) => at < firstView), ...came.views],
  };
}

/** What came late makes the checkpoints behind it stale, unless they come again. */
function joinedCheckpoints(known: RecordedTab, came: RecordedTab, first: number): RecordedTab['checkpoints'] {
  const again = new Set(came.checkpoints.map(({ sequence }) => sequence));
  const kept = known.checkpoints.filter(({ sequence }) => sequence < first && !again.has(sequence));
  return [...kept, ...came.checkpoints].sort((one, other) => one.sequence - other.sequence);
}
