import type { Common, Extra, MeasuredEvent, Sees } from '../metric.ts';
import { byTab } from './by-tab.ts';
import { derivedLane } from './derived-lanes.ts';
import { LEVELS, measuredLanes, type Lanes } from './lanes.ts';

/** The tracker's default: the last input may be 30 s old at most. */
export const IDLE_MS = 30_000;

/** What presence is read from: its own intervals or, where there are none, the times of everything. */
export const PRESENCE_SEES: Sees = {
  '*': [],
  viewportFocusChange: ['hasFocus'],
  presence: ['state', 'lengthMs', 'jumpMs', 'recovered'],
};
export const PRESENCE_EXTRAS: readonly Extra[] = ['type', 'pageView'];

export interface PresenceReading {
  see(event: MeasuredEvent): void;
  lanes(): Lanes;
}

/** Reads a session's presence: as the tracker measured it or, where it told nothing, as other events let it be derived. Once for all metrics. */
export function presenceReading({ idleMs }: { idleMs: number }, common: Common = new Map()): PresenceReading {
  const key = `presence ${idleMs}`;
  const known = common.get(key) as PresenceReading | undefined;
  const reading = known ?? newReading(idleMs);
  common.set(key, reading);
  return reading;
}

function newReading(idleMs: number): PresenceReading {
  const told: MeasuredEvent[] = [];
  let others: MeasuredEvent[] = [];
  let last: MeasuredEvent | undefined;
  let lanes: Lanes | undefined;
  return {
    see(event) {
      // Each metric that reads along shows it the same event.
      if (event === last) return;
      last = event;
      lanes = undefined;
      if (event.name === 'presence') told.push(event);
      // Nothing is derived where something was measured, and a session may have a hundred thousand others.
      if (told.length > 0) others = [];
      else others.push(event);
    },
    lanes: () =>
      (lanes ??= told.length > 0 ? { source: 'measured', lanes: measuredLanes(told), levels: LEVELS } : derivedLanes(others, idleMs)),
  };
}

/** A session's presence from all of its events. */
export function lanesOf(events: readonly MeasuredEvent[], idleMs = IDLE_MS): Lanes {
  const reading = presenceReading({ idleMs });
  for (const event of events) reading.see(event);
  return reading.lanes();
}

function derivedLanes(events: readonly MeasuredEvent[], idleMs: number): Lanes {
  const derived = [...byTab(events)].map(([tab, own]) => derivedLane(tab, own, idleMs));
  return {
    source: 'derived',
    lanes: derived.map(({ lane }) => lane),
    levels: LEVELS.filter((level) => derived.every(({ levels }) => levels.includes(level))),
  };
}
