import type { Trial } from './trial.ts';
import { acknowledgement } from './trials/acknowledgement.ts';
import { presenceCost } from './trials/presence-cost.ts';
import { presence } from './trials/presence.ts';
import { spoolAlone } from './trials/spool-alone.ts';
import { track } from './trials/track.ts';
import { websocket } from './trials/websocket.ts';

/** Every trial, in the order they run. */
export const trials: Trial[] = [spoolAlone, track, websocket, acknowledgement, presence, presenceCost];
