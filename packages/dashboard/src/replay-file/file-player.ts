import { Replayer } from '@rrweb/replay';
import { createReader } from '../player/recording/reader.ts';
import { createSheets } from '../player/recording/sheets.ts';
import { stageEvents } from '../player/recording/stage-events.ts';
import { createPurifier } from '../player/safe/purifier.ts';
import { recordedResource } from '../player/safe/resource.ts';
import { createStage, type Stage } from '../player/stage/stage.ts';
import { embeddedAssets } from './embedded-assets.ts';
import { embeddedRecording } from './embedded-recording.ts';

export interface FilePlayerDeps {
  document: Document;
  /** Where the page is shown. */
  root: HTMLElement;
  still: boolean;
  /** Calls on the next frame. */
  nextFrame: (run: (now: number) => void) => void;
  onSize(size: { width: number; height: number }): void;
  onChange(state: PlayerState): void;
}

export interface PlayerState {
  tab: string;
  at: number;
  isPlaying: boolean;
  speed: number;
}

export interface FilePlayer {
  tabs: { tab: string; at: number; until: number }[];
  seek(at: number, tab?: string): Promise<void>;
  toggle(): void;
  setSpeed(speed: number): void;
}

/** What is read ahead of the playhead, in ms of the recording at normal speed. */
const AHEAD_MS = 10_000;

/** Plays the recording in a replay file; undefined where the file holds none. */
export function filePlayer({ document, root, still, nextFrame, onSize, onChange }: FilePlayerDeps): FilePlayer | undefined {
  const recording = embeddedRecording(document);
  const assets = embeddedAssets(document);
  const resource = recordedResource(assets.address);
  const fillSheets = createSheets({ load: assets.text });
  const [first] = recording.tabs;
  if (first === undefined) return undefined;
  const state: PlayerState = { tab: first.tab, at: first.at, isPlaying: false, speed: 1 };
  let shown: Shown | undefined;
  let seeking = 0;
  let lastFrameAt: number | undefined;
  let isReading = false;

  const tabNow = () => recording.tabs.find(({ tab }) => tab === state.tab);
  const tell = () => onChange({ ...state });

  const openAt = async (at: number): Promise<Shown> => {
    const staged = stageEvents(createPurifier({ resource }));
    const reader = createReader({ api: recording, session: '', tab: tabNow });
    const parts = await reader.open(at, NEVER);
    await fillSheets(parts);
    root.replaceChildren();
    const stage = createStage({ Replayer, root, assets: 'data:', still, onSize });
    const events = parts.flatMap((part) => staged(part));
    await stage.append(events);
    return { tab: state.tab, stage, reader, staged, firstAt: events[0]?.timestamp ?? at };
  };

  const readOn = async (of: Shown): Promise<void> => {
    isReading = true;
    const parts = await of.reader.readOn(state.at + AHEAD_MS * state.speed, NEVER);
    await fillSheets(parts);
    if (shown === of) await of.stage.append(parts.flatMap((part) => of.staged(part)));
    isReading = false;
  };

  const frame = (now: number) => {
    if (!state.isPlaying || shown === undefined) return;
    state.at += (now - (lastFrameAt ?? now)) * state.speed;
    lastFrameAt = now;
    const end = tabNow()?.until ?? state.at;
    if (!isReading && shown.reader.hasMore() && shown.reader.readUntil() < state.at + AHEAD_MS * state.speed) void readOn(shown);
    if (state.at >= end) {
      state.at = end;
      pause();
    }
    shown.stage.forget(state.at);
    tell();
    nextFrame(frame);
  };

  const pause = () => {
    state.isPlaying = false;
    shown?.stage.pause();
  };
  const play = () => {
    state.isPlaying = true;
    lastFrameAt = undefined;
    shown?.stage.play(Math.max(state.at, shown.firstAt), state.speed);
    nextFrame(frame);
  };

  return {
    tabs: recording.tabs.map(({ tab, at, until }) => ({ tab, at, until })),
    async seek(at, tab = state.tab) {
      const mine = (seeking += 1);
      const wasPlaying = state.isPlaying;
      pause();
      state.tab = tab;
      const { at: begin = at, until = at } = tabNow() ?? {};
      state.at = Math.min(Math.max(at, begin), until);
      tell();
      const isHere = shown?.tab === tab && shown.stage.reaches(state.at) && shown.reader.readUntil() > state.at;
      if (!isHere) {
        const opened = await openAt(state.at);
        if (mine !== seeking) return opened.stage.destroy();
        shown = opened;
      }
      shown?.stage.show(Math.max(state.at, shown.firstAt));
      if (wasPlaying) play();
      tell();
    },
    toggle() {
      if (state.isPlaying) pause();
      else if (state.at >= (tabNow()?.until ?? 0)) void this.seek(tabNow()?.at ?? 0).then(play);
      else play();
      tell();
    },
    setSpeed(speed) {
      state.speed = speed;
      if (state.isPlaying) shown?.stage.play(state.at, speed);
      tell();
    },
  };
}

interface Shown {
  tab: string;
  stage: Stage;
  reader: ReturnType<typeof createReader>;
  staged: ReturnType<typeof stageEvents>;
  /** Before its first picture there is nothing to show but that. */
  firstAt: number;
}

/** A file is read to the end of what was asked: there is nobody to spare. */
const NEVER = new AbortController().signal;
