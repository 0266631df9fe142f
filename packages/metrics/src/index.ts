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
import { errorClicks } from './error-clicks.ts';
import { excessiveScroll } from './excessive-scroll.ts';
import { quickBacks } from './quick-backs.ts';
import { rageBursts } from './rage-bursts.ts';
import { rageEpisodes } from './rage-episodes.ts';
import { scrollDepthContent } from './scroll-depth-content.ts';
import { scrollDepthScroll } from './scroll-depth-scroll.ts';
import { scrollTravel } from './scroll-travel.ts';
import { thrashedCursor } from './thrashed-cursor.ts';
import { viewportTimeMap } from './viewport-time-map.ts';
import { visibleTime } from './visible-time.ts';

export { catalogue } from './catalogue.ts';
export { exampleEvents } from './example-events.ts';
export { GROUPS, type Group } from './groups.ts';
export { seenBy } from './seen-by.ts';
export { inOrder } from './in-order.ts';
export * from './measure.ts';
export * from './metric.ts';
export { round } from './round.ts';
export { sights } from './sights.ts';
export { withParameters } from './with-parameters.ts';
export type { FocusedElement } from './focused-elements.ts';
export { idleStretches } from './idle-episodes.ts';
export { type Interval, difference, intersection, lengthOf, union } from './presence/intervals.ts';
export { LEVELS, STATES_OF, covered, type Lane, type Lanes, type PresenceLevel, type Spell } from './presence/lanes.ts';
export type { PageDwell } from './presence/page-dwell.ts';
export { IDLE_MS, lanesOf, PRESENCE_SEES, presenceReading } from './presence/presence-reading.ts';
export { PRESENCE_TABLE_SEES, type PresenceRow, presenceTable } from './presence/presence-table.ts';
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
  errorClicks,
  excessiveScroll,
  quickBacks,
  rageBursts,
  rageEpisodes,
  scrollDepthContent,
  scrollDepthScroll,
  scrollTravel,
  thrashedCursor,
  viewportTimeMap,
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
  clicksPerMinute,
  rageClicks,
  rageEpisodes,
  rageBursts,
  errorClicks,
  thrashedCursor,
  quickBacks,
  excessiveScroll,
  scrollDepthScroll,
  scrollDepthContent,
  scrollTravel,
  viewportTimeMap,
  fixationTime,
  focusedElements,
] as readonly Metric[];
