import type { Client } from '@sightline/client';
import { endOfIdleness } from './clock/idle-stretches.ts';
import { createPlayhead } from './clock/playhead.ts';
import { tabAt } from './clock/tab-at.ts';
import { createKeepUp } from './keep-up.ts';
import type { Plan } from './plan.ts';
import { AT_REST, createPlayerState } from './player-state.ts';
import { createSheets } from './recording/sheets.ts';
import type { Resource } from './safe/resource.ts';
import { openTab } from './scene/open-tab.ts';
import { createReadAhead } from './scene/read-ahead.ts';
import { createScene } from './scene/scene.ts';
import type { Stage } from './stage/stage.ts';

/** What a player is made from. */
export interface PlayerDeps {
  api: Pick<Client, 'recordingPart'>;
  session: string;
  now: () => number;
  /** Calls back once a frame until it is stopped. */
  everyFrame: (callback: () => void) => () => void;
  /** Resolves after so many milliseconds. */
  wait: (ms: number) => Promise<void>;
  /** A new, empty stage that nobody sees yet. */
  stage: () => { stage: Stage; reveal: () => void };
  resource: Resource;
  /** The text of a style sheet that recordings share. */
  sheet: (hash: string) => Promise<string>;
  plan: Plan;
  at: number;
  tab: string | undefined;
}

/** Plays a session: one playhead, and on the stage the tab that was seen then. */
export function createPlayer({ api, session, now, everyFrame, wait, stage, resource, sheet, plan: first, at, tab }: PlayerDeps) {
  let plan = first;
  const { read, change, subscribe } = createPlayerState({ ...AT_REST, chosenTab: tab });
  const playhead = createPlayhead({ now, at });
  const watchers = new Set<(at: number) => void>();
  const tell = () => {
    for (const watcher of watchers) watcher(playhead.at());
  };

  const fillSheets = createSheets({ load: sheet });
  const wanted = (shown: string | undefined) => read().chosenTab ?? tabAt(plan.lanes, playhead.at(), shown);
  const recorded = (id: string) => plan.tabs.find((each) => each.tab === id);
  const scene = createScene({
    playhead,
    now,
    wanted,
    open(asked) {
      ahead.stop();
      return openTab({ api, session, stage, resource, fillSheets, recorded }, asked);
    },
    change,
    settled: tell,
  });
  const ahead = createReadAhead({
    scene,
    playhead,
    wait,
    caughtUp() {
      playhead.release('loading');
      change({ loading: false });
      scene.follow();
    },
    failed: (failure) => change({ failure }),
  });

  const seek = (moment: number) => {
    playhead.seek(Math.min(Math.max(moment, plan.from), plan.to));
    playhead.release('end');
    void scene.show();
    tell();
  };

  const keepUp = createKeepUp({ playhead, now, scene, seek });

  const frame = () => {
    const { following, skipIdle } = read();
    if (following) keepUp.frame(plan);
    void ahead.look();
    if (!playhead.isRunning()) return;
    const moment = playhead.at();
    const end = skipIdle && !following ? endOfIdleness(plan.idle, moment) : undefined;
    if (end !== undefined) return seek(end);
    const on = scene.on();
    if (moment >= plan.to) atEnd();
    else if (on && wanted(on.tab) !== on.tab) void scene.show();
    else if (on && moment >= on.reader.readUntil()) waitForMore();
    else scene.begin(moment);
    scene.on()?.stage.forget(moment);
    tell();
  };

  const atEnd = () => {
    playhead.seek(plan.to);
    if (read().following) playhead.hold('end');
    else {
      playhead.pause();
      change({ playing: false });
    }
    scene.follow();
    // The stage's own timer may be a frame behind: what happened last is shown too.
    scene.on()?.stage.show(plan.to);
  };

  /** What comes next has not been read; over a hole in the recording a new picture is needed. */
  const waitForMore = () => {
    if (!scene.on()?.reader.hasMore()) return void scene.show();
    playhead.hold('loading');
    change({ loading: true });
    scene.follow();
    return undefined;
  };

  const stopFrames = everyFrame(frame);
  void scene.show();

  return {
    read,
    subscribe,
    /** Where the playhead is, ms since 1970. */
    at: playhead.at,
    /** Hears of every move of the playhead, at most once a frame. */
    watch(watcher: (at: number) => void) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    play() {
      if (playhead.at() >= plan.to && !read().following) playhead.seek(plan.from);
      playhead.setSpeed(read().speed);
      playhead.play();
      change({ playing: true, started: true });
      void scene.show();
    },
    pause() {
      playhead.pause();
      playhead.release('end');
      change({ playing: false, following: false });
      scene.follow();
      tell();
    },
    seek(moment: number) {
      if (read().following) playhead.setSpeed(read().speed);
      change({ following: false, started: true });
      seek(moment);
    },
    setSpeed(speed: number) {
      playhead.setSpeed(speed);
      change({ speed, following: false });
      scene.setSpeed(speed);
    },
    setSkipIdle: (skipIdle: boolean) => change({ skipIdle }),
    /** Looks at one tab, or again at the one that was seen at each moment. */
    chooseTab(chosenTab: string | undefined) {
      change({ chosenTab });
      void scene.show();
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
      const before = plan;
      plan = next;
      if (next.live) keepUp.heard(before, next, read().following);
      if (!plan.live && read().following) change({ following: false, playing: false });
      if (!scene.on() && !scene.isOpening()) void scene.show();
    },
    destroy() {
      stopFrames();
      ahead.stop();
      scene.destroy();
    },
  };
}

export type Player = ReturnType<typeof createPlayer>;
