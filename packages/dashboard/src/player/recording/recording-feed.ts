import type { Client } from '@sightline/client';
import type { RecordingManifest, SessionNews } from '@sightline/protocol';
import { grownBy } from './grown-by.ts';
import { joined } from './joined.ts';
import { createKeptParts } from './kept-parts.ts';

export interface RecordingFeedDeps {
  api: Pick<Client, 'recording' | 'recordingPart' | 'sessionNews'>;
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

/** A session that runs and is told of is looked at so often all the same; one that is not told of, more often: it is to be seen within two seconds. */
const TOLD_MS = 10_000;
const UNTOLD_MS = 400;
const QUIET_MS = 15_000;
/** The server ends its telling now and then; one that is away is given more time. */
const AFTER_END_MS = 100;
const AFTER_FAILURE_MS = 1_000;
/** What is kept of what the store may not have yet, in characters: beyond, the store has to have it first. */
const KEPT_CHARACTERS = 32 * 1024 * 1024;

/** Learns what was recorded, then what comes: the whole list once, after that what is new, and of a running session what happens as it does. */
export function createRecordingFeed({ api, session, first, wait }: RecordingFeedDeps) {
  let state: RecordingState = { manifest: undefined, failure: undefined };
  let isTold = false;
  let turn = Promise.resolve();
  let next: Promise<void> | undefined;
  const kept = createKeptParts(api);
  const listeners = new Set<() => void>();
  const publish = (news: Partial<RecordingState>) => {
    state = { ...state, ...news };
    for (const listener of listeners) listener();
  };

  const ask = async (signal: AbortSignal) => {
    const known = state.manifest;
    const opening = { opening: first.t ?? ('start' as const), ...(first.tab !== undefined && { tab: first.tab }) };
    const { opening: opened, ...came } = await api.recording(session, known ? { after: known.cursor } : opening, signal);
    if (signal.aborted) return;
    if (opened) kept.give(opened);
    const now = state.manifest;
    const isNews = !now || came.tabs.length > 0 || came.live !== now.live || state.failure !== undefined;
    // The cursor goes on in silence: whoever shows the state need not draw again for it.
    if (isNews) publish({ manifest: now ? joined(now, came) : came, failure: undefined });
    else now.cursor = came.cursor;
    kept.release(came.tabs);
  };
  /** One after the other, as each asks for what came since the one before; one that has not begun is as good as another. */
  const look = (signal: AbortSignal): Promise<void> => {
    if (next) return next;
    const mine = turn
      .then(() => {
        next = undefined;
        return signal.aborted ? undefined : ask(signal);
      })
      .catch((failure: unknown) => {
        if (!signal.aborted) publish({ failure: failure instanceof Error ? failure : new Error(String(failure)) });
      });
    next = mine;
    turn = mine;
    return mine;
  };

  const take = ({ tab, chunks = [], watching, events = 0, more }: SessionNews, signal: AbortSignal) => {
    isTold = true;
    const known = state.manifest;
    const isRoom = kept.bytes() <= KEPT_CHARACTERS;
    const grown = tab && known && isRoom ? grownBy(known, tab, chunks) : undefined;
    if (tab && grown && grown !== known) {
      kept.keep(tab, chunks);
      publish({ manifest: grown });
    }
    // What came before somebody watched, and what leaves a hole or finds no room, is asked of the store; asking also brings events there.
    if (watching || more || events > 0 || (chunks.length > 0 && !grown)) void look(signal);
  };

  const hear = async (signal: AbortSignal) => {
    while (!signal.aborted) {
      try {
        for await (const news of api.sessionNews(session, signal)) take(news, signal);
        await wait(AFTER_END_MS, signal);
      } catch {
        // Looking says why the server cannot be reached, and goes on as if nobody told anything.
        isTold = false;
        await wait(AFTER_FAILURE_MS, signal);
      }
    }
  };

  const run = async (live: boolean, signal: AbortSignal) => {
    while (!signal.aborted) {
      await look(signal);
      await wait(live ? (isTold ? TOLD_MS : UNTOLD_MS) : QUIET_MS, signal);
    }
  };

  return {
    /** Begins or goes on looking, and where the session runs hearing what happens; the returned function stops it. */
    follow({ live }: { live: boolean }) {
      const aborter = new AbortController();
      void run(live, aborter.signal);
      if (live) void hear(aborter.signal);
      return () => {
        isTold = false;
        aborter.abort();
      };
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
