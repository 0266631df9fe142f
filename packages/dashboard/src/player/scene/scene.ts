import type { Playhead } from '../clock/playhead.ts';
import type { PlayerState } from '../player-state.ts';
import type { OpenedTab } from './open-tab.ts';

export interface SceneDeps {
  playhead: Playhead;
  /** A clock in milliseconds that only rises. */
  now: () => number;
  /** The tab that is to be seen where the playhead is. */
  wanted: (shown: string | undefined) => string | undefined;
  open: (asked: { tab: string; moment: number; signal: AbortSignal }) => Promise<OpenedTab | undefined>;
  change: (part: Partial<PlayerState>) => void;
  /** A picture is there, or cannot be had. */
  settled: () => void;
}

/** While somebody drags the playhead, what is on its way is shown first, unless it takes longer than this. */
const PATIENCE_MS = 400;

/** What is on the stage: one tab at the playhead, and behind it the next that is being made ready. */
export function createScene({ playhead, now, wanted, open, change, settled }: SceneDeps) {
  let on: OpenedTab | undefined;
  let opening: AbortController | undefined;
  let openedAt = 0;
  let again = false;
  let speed = 1;
  let isStill = true;

  /** Lets the stage do what the playhead does. */
  const follow = () => {
    if (!on) return;
    isStill = !playhead.isRunning() || playhead.at() < on.stage.firstAt();
    if (isStill) return on.stage.pause();
    speed = playhead.speed();
    on.stage.play(playhead.at(), speed);
  };

  /** Shows the playhead's moment: from what is on the stage if that can, else from the server. */
  const show = async (): Promise<void> => {
    const moment = playhead.at();
    const tab = wanted(on?.tab);
    if (tab === undefined) return change({ loading: false });
    if (on?.tab !== tab || !on.stage.reaches(moment) || moment >= on.reader.readUntil()) return bring(tab, moment);
    opening?.abort();
    opening = undefined;
    playhead.release('loading');
    on.stage.show(moment);
    change({ tab, loading: false, failure: undefined });
    follow();
  };

  const bring = async (tab: string, moment: number): Promise<void> => {
    if (opening && now() - openedAt < PATIENCE_MS) {
      again = true;
      return;
    }
    opening?.abort();
    again = false;
    opening = new AbortController();
    openedAt = now();
    const { signal } = opening;
    playhead.hold('loading');
    on?.stage.pause();
    change({ loading: true, tab });
    try {
      const opened = await open({ tab, moment, signal });
      if (!opened || signal.aborted) return opened?.stage.destroy();
      on?.stage.destroy();
      on = opened;
      opening = undefined;
      if (again || playhead.at() !== moment) return await show();
      playhead.release('loading');
      change({ loading: false, failure: undefined });
      follow();
    } catch (error) {
      if (signal.aborted) return;
      opening = undefined;
      playhead.release('loading');
      playhead.pause();
      change({ loading: false, playing: false, failure: error instanceof Error ? error.message : String(error) });
    }
    settled();
  };

  return {
    on: () => on,
    isOpening: () => opening !== undefined,
    show,
    follow,
    /** Sets off where the playhead has come to the first picture of a tab that began after it. */
    begin: (moment: number) => {
      if (on && isStill && moment >= on.stage.firstAt()) follow();
    },
    setSpeed(next: number) {
      if (next === speed || !playhead.isRunning()) return;
      speed = next;
      on?.stage.setSpeed(next);
    },
    destroy() {
      opening?.abort();
      on?.stage.destroy();
      on = undefined;
    },
  };
}

export type Scene = ReturnType<typeof createScene>;
