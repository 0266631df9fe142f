import type { Trial } from './trial.ts';
import { acknowledgement } from './trials/acknowledgement.ts';
import { across } from './trials/across.ts';
import { bytesPerEvent } from './trials/bytes-per-event.ts';
import { consoleTrial } from './trials/console.ts';
import { exported } from './trials/export.ts';
import { footprint } from './trials/footprint.ts';
import { recordingCost } from './trials/recording-cost.ts';
import { recordingStore } from './trials/recording-store.ts';
import { heatmap } from './trials/heatmap.ts';
import { sessionList } from './trials/session-list.ts';
import { sessionPage } from './trials/session-page.ts';
import { presenceCost } from './trials/presence-cost.ts';
import { presenceIntervals } from './trials/presence-intervals.ts';
import { player } from './trials/player.ts';
import { presence } from './trials/presence.ts';
import { spoolAlone } from './trials/spool-alone.ts';
import { track } from './trials/track.ts';
import { trackerCost } from './trials/tracker-cost.ts';
import { trackerMemory } from './trials/tracker-memory.ts';
import { trackerSize } from './trials/tracker-size.ts';
import { websocket } from './trials/websocket.ts';

/** Every trial, in the order they run. */
export const trials: Trial[] = [
  spoolAlone,
  track,
  websocket,
  acknowledgement,
  presence,
  presenceIntervals,
  presenceCost,
  sessionPage,
  sessionList,
  consoleTrial,
  across,
  heatmap,
  bytesPerEvent,
  exported,
  recordingStore,
  player,
  footprint,
  trackerSize,
  trackerCost,
  recordingCost,
  trackerMemory,
];
