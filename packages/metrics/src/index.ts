import { activeTime } from './active-time.ts';
import { clicksPerMinute } from './clicks-per-minute.ts';
import { clicks } from './clicks.ts';
import { engagedGa4 } from './engaged-ga4.ts';
import { fixationTime } from './fixation-time.ts';
import { focusedElements } from './focused-elements.ts';
import { focusedTime } from './focused-time.ts';
import { idleEpisodes } from './idle-episodes.ts';
import type { Metric } from './metric.ts';
import { openTime } from './open-time.ts';
import { pageDwellVisible } from './page-dwell-visible.ts';
import { pageDwellWall } from './page-dwell-wall.ts';
import { presenceSource } from './presence-source.ts';
import { rageClicks } from './rage-clicks.ts';
import { sessionDuration } from './session-duration.ts';
import { visibleTime } from './visible-time.ts';

export * from './measure.ts';
export * from './metric.ts';
export { round } from './round.ts';
export type { FocusedElement } from './focused-elements.ts';
export { idleStretches } from './idle-episodes.ts';
export { type Interval, difference, intersection, lengthOf, union } from './presence/intervals.ts';
export { LEVELS, STATES_OF, covered, type Lane, type Lanes, type PresenceLevel, type Spell } from './presence/lanes.ts';
export type { PageDwell } from './presence/page-dwell.ts';
export { lanesOf } from './presence/presence-reading.ts';
export { type PresenceRow, presenceTable } from './presence/presence-table.ts';
export {
  activeTime,
  clicks,
  clicksPerMinute,
  engagedGa4,
  fixationTime,
  focusedElements,
  focusedTime,
  idleEpisodes,
  openTime,
  pageDwellVisible,
  pageDwellWall,
  presenceSource,
  rageClicks,
  sessionDuration,
  visibleTime,
};

/** Every metric there is, in the order people read them. */
export const METRICS = [
  sessionDuration,
  openTime,
  visibleTime,
  focusedTime,
  activeTime,
  idleEpisodes,
  engagedGa4,
  presenceSource,
  pageDwellWall,
  pageDwellVisible,
  clicks,
  rageClicks,
  clicksPerMinute,
  fixationTime,
  focusedElements,
] as readonly Metric[];
