import { runningOn } from '../page/running.ts';
import { presence } from '../presence/presence.ts';
import type { Tracker } from '../tracker.ts';

runningOn<Tracker>(window).get()?.add(presence);
