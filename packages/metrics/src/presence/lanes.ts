import type { JsonObject, PageViewId, PresenceState, TabId } from '@sightline/protocol';
import type { MeasuredEvent } from '../metric.ts';
import { byTab } from './by-tab.ts';
import { union, type Interval } from './intervals.ts';

/** A kind of presence; each includes the ones after it. */
export type PresenceLevel = 'open' | 'visible' | 'focused' | 'active';

/** What a tab was over an interval, and what was true of the page then. */
export interface Spell extends Interval {
  state: PresenceState;
  pageView: PageViewId | null;
  applicationSpecificData: JsonObject;
  /** Told by another document after the tab had died. */
  recovered: boolean;
}

export interface Lane {
  tab: TabId;
  spells: Spell[];
}

/** A session's presence, tab by tab. */
export interface Lanes {
  /** `measured` by the tracker's clock, or `derived` from the times of other events. */
  source: 'measured' | 'derived';
  lanes: Lane[];
  /** The kinds that are known at all; `derived` lanes lack some. */
  levels: readonly PresenceLevel[];
}

/** The states that count as each kind. */
export const STATES_OF: Record<PresenceLevel, readonly PresenceState[]> = {
  open: ['hidden', 'visible', 'focused', 'active'],
  visible: ['visible', 'focused', 'active'],
  focused: ['focused', 'active'],
  active: ['active'],
};
export const LEVELS: readonly PresenceLevel[] = ['open', 'visible', 'focused', 'active'];

/** The time that a lane, or several, spent in one kind of presence: once, however many tabs. */
export const covered = (spells: readonly Spell[], level: PresenceLevel): Interval[] =>
  union(spells.filter(({ state }) => STATES_OF[level].includes(state)));

/** Estimates of the clocks' offset differ a little from batch to batch; a document's intervals touch each other exactly. */
const SNAP_MS = 250;

/** Puts the intervals that tabs told on one timeline. Events come in any order. */
export function measuredLanes(events: readonly MeasuredEvent[]): Lane[] {
  return [...byTab(events)].map(([tab, told]) => ({ tab, spells: laid(told.toSorted((a, b) => a.sequence - b.sequence)) }));
}

function laid(told: readonly MeasuredEvent[]): Spell[] {
  const spells: Spell[] = [];
  let end: number | undefined;
  for (const { at, details, pageView = null, applicationSpecificData = {} } of told) {
    const lengthMs = amount(details.lengthMs);
    if (!isState(details.state) || lengthMs <= 0) continue;
    const from = startOf(at - lengthMs, amount(details.jumpMs), end);
    end = from + lengthMs;
    spells.push({ state: details.state, from, to: end, pageView, applicationSpecificData, recovered: details.recovered === true });
  }
  return spells;
}

/**
 * Where an interval starts. After a jump of the wall clock nobody in the page can tell whether the machine slept, and the interval lies
 * before the sleep, or the clock was set, and the corrected time is right as it is: what the interval before it touches decides.
 */
function startOf(told: number, jumpMs: number, end: number | undefined): number {
  if (end === undefined) return told;
  const start = Math.abs(told - jumpMs - end) < Math.abs(told - end) ? told - jumpMs : told;
  return Math.abs(start - end) <= SNAP_MS ? end : start;
}

const amount = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

const isState = (value: unknown): value is PresenceState => (STATES as readonly unknown[]).includes(value);
const STATES: readonly PresenceState[] = ['frozen', 'asleep', 'hidden', 'visible', 'focused', 'active'];
