import type { Client } from '@sightline/client';
import type { Interval } from '@sightline/metrics';
import type { RecordedTab } from '@sightline/protocol';
import { endOfIdleness } from './clock/idle-stretches.ts';
import { createPlayhead } from './clock/playhead.ts';
import { tabAt, type RecordedLane } from './clock/tab-at.ts';
import { createReader, type Reader } from './recording/reader.ts';
import { createSheets } from './recording/sheets.ts';
import { stageEvents } from './recording/stage-events.ts';
import { createPurifier } from './safe/purifier.ts';
import type { Resource } from './safe/resource.ts';
import type { Stage } from './stage/stage.ts';

/** What a player is made from. */
export interface PlayerDeps {
  api: Pick<Client, 'recordingPart'>;
  session: string;
  now: () => number;
  /** Calls back once a frame until it is stopped. */
  everyFrame: (callback: () => void) => () => void;
  /** A new, empty stage that nobody sees yet. */
  stage: () => { stage: Stage; reveal: () => void };
  resource: Resource;
  /** The text of a style sheet that recordings share. */
  sheet: (hash: string) => Promise<string>;
  plan: Plan;
  at: number;
  tab: string | undefined;
}

/** What there is to play, as far as is known now. */
export interface Plan extends Interval {
  tabs: readonly RecordedTab[];
  lanes: readonly RecordedLane[];
  idle: readonly Interval[];
  live: boolean;
}

/** What the player's controls show. It changes seldom; where the playhead is changes all the time and is asked for. */
export interface PlayerState {
  playing: boolean;
  speed: number;
  skipIdle: boolean;
  /** Stays at the end of a running session. */
  following: boolean;
  /** The tab on the stage, and the one that somebody chose to look at. */
  tab: string | undefined;
  chosenTab: string | undefined;
  loading: boolean;
  /** Somebody has begun to play or to look around. */
  started: boolean;
  /** Why the moment cannot be shown. */
  failure: string | undefined;
}

/** Speeds that can be chosen. */
export const SPEEDS = [0.5, 1, 2, 4, 8, 16] as const;

/** Read before it is needed: of the session, at its speed. */
const AHEAD_MS = 10_000;
/** A running session's end is caught up with in about this long, unless it is so far that a jump is better. */
const CATCH_UP_MS = 700;
const JUMP_BEHIND_MS = 8_000;
/** While somebody drags the playhead, what is on its way is shown first, unless it takes longer than this. */
const PATIENCE_MS = 400;

interface OnStage {
  tab: string;
  stage: Stage;
  reader: Reader;
  prepare: ReturnType<typeof stageEvents>;
}

/** Plays a session: one playhead, and on the stage the tab that was seen then. */
export function createPlayer({ api, session, now, everyFrame, stage: newStage, resource, sheet, plan: first, at, tab }: PlayerDeps) {
  let plan = first;
  let state: PlayerState = {
    playing: false,
    speed: 1,
    skipIdle: true,
    following: false,
    tab: undefined,
    chosenTab: tab,
    loading: true,
    started: false,
    failure: undefined,
  };
  let on: OnStage | undefined;
  let opening: AbortController | undefined;
  let openedAt = 0;
  let again = false;
  let reading: AbortController | undefined;
  let stageSpeed = 1;
  let isStill = true;
  const playhead = createPlayhead({ now, at });
  const fillSheets = createSheets({ load: sheet });
  const listeners = new Set<() => void>();
  const watchers = new Set<(at: number) => void>();

  const change = (part: Partial<PlayerState>) => {
    const isNews = Object.entries(part).some(([name, value]) => state[name as keyof PlayerState] !== value);
    if (!isNews) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  const tell = () => {
    for (const watcher of watchers) watcher(playhead.at());
  };
  const within = (moment: number) => Math.min(Math.max(moment, plan.from), plan.to);
  const wanted = () => state.chosenTab ?? tabAt(plan.lanes, playhead.at(), on?.tab);

  /** Lets the stage do what the playhead does. */
  const follow = () => {
    if (!on) return;
    if (playhead.isRunning() && playhead.at() >= on.stage.firstAt()) {
      isStill = false;
      stageSpeed = playhead.speed();
      on.stage.play(playhead.at(), stageSpeed);
    } else {
      isStill = true;
      on.stage.pause();
    }
  };

  /** Shows the playhead's moment: from what is on the stage if that can, else from the server. */
  const show = async () => {
    const moment = playhead.at();
    const tabId = wanted();
    if (tabId === undefined) return change({ loading: false });
    if (on?.tab === tabId && on.stage.reaches(moment) && moment < on.reader.readUntil()) {
      opening?.abort();
      opening = undefined;
      playhead.release('loading');
      on.stage.show(moment);
      change({ tab: tabId, loading: false, failure: undefined });
      return follow();
    }
    await open(tabId, moment);
  };

  const open = async (tabId: string, moment: number) => {
    if (opening && now() - openedAt < PATIENCE_MS) {
      again = true;
      return;
    }
    opening?.abort();
    reading?.abort();
    reading = undefined;
    again = false;
    opening = new AbortController();
    openedAt = now();
    const { signal } = opening;
    playhead.hold('loading');
    on?.stage.pause();
    change({ loading: true, tab: tabId });
    const reader = createReader({ api, session, tab: () => plan.tabs.find((one) => one.tab === tabId) });
    let made: ReturnType<typeof newStage> | undefined;
    try {
      const parts = await reader.open(moment, signal);
      await fillSheets(parts);
      if (signal.aborted) return;
      const prepare = stageEvents(createPurifier({ resource }));
      made = newStage();
      await made.stage.append(parts.flatMap(prepare));
      if (signal.aborted) return made.stage.destroy();
      if (reader.isBeginning()) made.stage.begins();
      made.stage.show(moment);
      made.reveal();
      on?.stage.destroy();
      on = { tab: tabId, stage: made.stage, reader, prepare };
      opening = undefined;
      if (again || playhead.at() !== moment) return await show();
      playhead.release('loading');
      change({ loading: false, failure: undefined });
      follow();
    } catch (error) {
      if (signal.aborted) return;
      made?.stage.destroy();
      opening = undefined;
      playhead.release('loading');
      playhead.pause();
      change({ loading: false, playing: false, failure: error instanceof Error ? error.message : String(error) });
    }
    tell();
  };

  /** Reads on before the playhead comes to the end of what was read. */
  const readAhead = async () => {
    const current = on;
    if (!current || reading || opening || !current.reader.hasMore()) return;
    const horizon = playhead.at() + AHEAD_MS * Math.max(1, playhead.speed());
    if (current.reader.readUntil() > horizon) return;
    reading = new AbortController();
    const { signal } = reading;
    try {
      const parts = await current.reader.readOn(horizon, signal);
      await fillSheets(parts);
      if (signal.aborted || on !== current) return;
      await current.stage.append(parts.flatMap(current.prepare));
      if (playhead.isHeld('loading') && !opening && playhead.at() < current.reader.readUntil()) {
        playhead.release('loading');
        change({ loading: false });
        follow();
      }
    } catch (error) {
      if (signal.aborted) return;
      change({ failure: error instanceof Error ? error.message : String(error) });
      // Not at once again: a server that is away would be asked at every frame.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    } finally {
      if (reading?.signal === signal) reading = undefined;
    }
  };

  const seek = (moment: number) => {
    playhead.seek(within(moment));
    playhead.release('end');
    void show();
    tell();
  };

  /** In a running session: as fast as it takes to be at its end soon. */
  const keepUp = () => {
    const behind = plan.to - playhead.at();
    if (behind > JUMP_BEHIND_MS) return seek(plan.to - CATCH_UP_MS);
    const speed = Math.min(8, Math.max(1, Math.round(behind / CATCH_UP_MS)));
    if (speed !== playhead.speed()) playhead.setSpeed(speed);
    if (speed !== stageSpeed && playhead.isRunning()) on?.stage.setSpeed((stageSpeed = speed));
    if (behind > 0 && playhead.isHeld('end')) {
      playhead.release('end');
      follow();
    }
  };

  const frame = () => {
    if (state.following) keepUp();
    void readAhead();
    if (!playhead.isRunning()) return;
    const moment = playhead.at();
    const end = state.skipIdle && !state.following ? endOfIdleness(plan.idle, moment) : undefined;
    if (end !== undefined) return seek(end);
    if (moment >= plan.to) atEnd();
    else if (on && wanted() !== on.tab) void show();
    else if (on && moment >= on.reader.readUntil()) wait();
    else if (on && isStill && moment >= on.stage.firstAt()) follow();
    on?.stage.forget(moment);
    tell();
  };

  const atEnd = () => {
    playhead.seek(plan.to);
    if (state.following) playhead.hold('end');
    else {
      playhead.pause();
      change({ playing: false });
    }
    follow();
    // The stage's own timer may be a frame behind: what happened last is shown too.
    on?.stage.show(plan.to);
  };

  /** What comes next has not been read; over a hole in the recording a new picture is needed. */
  const wait = () => {
    if (on && !on.reader.hasMore()) return void show();
    playhead.hold('loading');
    change({ loading: true });
    follow();
    return undefined;
  };

  const stopFrames = everyFrame(frame);
  void show();

  return {
    read: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Where the playhead is, ms since 1970. */
    at: playhead.at,
    /** Hears of every move of the playhead, at most once a frame. */
    watch(watcher: (at: number) => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** The page as it is shown, for whoever compares it. */
    frame: () => on?.stage.frame(),
    play() {
      if (playhead.at() >= plan.to && !state.following) playhead.seek(plan.from);
      playhead.setSpeed(state.speed);
      playhead.play();
      change({ playing: true, started: true });
      void show();
    },
    pause() {
      playhead.pause();
      playhead.release('end');
      change({ playing: false, following: false });
      follow();
      tell();
    },
    seek(moment: number) {
      if (state.following) playhead.setSpeed(state.speed);
      change({ following: false, started: true });
      seek(moment);
    },
    setSpeed(speed: number) {
      playhead.setSpeed(speed);
      change({ speed, following: false });
      if (playhead.isRunning()) on?.stage.setSpeed((stageSpeed = speed));
    },
    setSkipIdle: (skipIdle: boolean) => change({ skipIdle }),
    /** Looks at one tab, or again at the one that was seen at each moment. */
    chooseTab(chosenTab: string | undefined) {
      change({ chosenTab });
      void show();
    },
    /** Stays with a running session from now on. */
    goLive() {
      playhead.play();
      change({ playing: true, following: true, started: true });
      seek(plan.to);
      playhead.hold('end');
    },
    /** More is known: of what was recorded, or of who was where when. */
    setPlan(next: Plan) {
      plan = next;
      if (!plan.live && state.following) change({ following: false, playing: false });
      if (!on && !opening) void show();
    },
    destroy() {
      stopFrames();
      opening?.abort();
      reading?.abort();
      on?.stage.destroy();
      on = undefined;
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
