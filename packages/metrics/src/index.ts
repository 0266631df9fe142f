import { activeTime } from './active-time.ts';
import { clicks } from './clicks.ts';
import { clicksPerMinute } from './clicks-per-minute.ts';
import { clockJumps } from './clock-jumps.ts';
import { deadClicks } from './dead-clicks.ts';
import { derivedElements } from './derived-elements.ts';
import { derivedEvents } from './derived-events.ts';
import { droppedEvents } from './dropped-events.ts';
import { engagedGa4 } from './engaged-ga4.ts';
import { errorClicks } from './error-clicks.ts';
import { excessiveScroll } from './excessive-scroll.ts';
import { fixationTime } from './fixation-time.ts';
import { focusLosses } from './focus-losses.ts';
import { focusedElements } from './focused-elements.ts';
import { focusedTime } from './focused-time.ts';
import { formAbandonField } from './form-abandon-field.ts';
import { formAbandoned } from './form-abandoned.ts';
import { formCompleted } from './form-completed.ts';
import { formFields } from './form-fields.ts';
import { formStarted } from './form-started.ts';
import { formTimeToFirst } from './form-time-to-first.ts';
import { formViewed } from './form-viewed.ts';
import { gazeAreas } from './gaze-areas.ts';
import { gazeEntropy } from './gaze-entropy.ts';
import { gazeFirstFixation } from './gaze-first-fixation.ts';
import { gazeTransitions } from './gaze-transitions.ts';
import { hesitation } from './hesitation.ts';
import { hoverDwell } from './hover-dwell.ts';
import { idleEpisodes } from './idle-episodes.ts';
import { mouseTrajectories } from './mouse-trajectories.ts';
import { openTime } from './open-time.ts';
import { pageDwellVisible } from './page-dwell-visible.ts';
import { pageDwellWall } from './page-dwell-wall.ts';
import { pastes } from './pastes.ts';
import { presenceSource } from './presence-source.ts';
import { qualityFlags } from './quality-flags.ts';
import { quickBacks } from './quick-backs.ts';
import { rageBursts } from './rage-bursts.ts';
import { rageClicks } from './rage-clicks.ts';
import { rageEpisodes } from './rage-episodes.ts';
import { scrollDepthContent } from './scroll-depth-content.ts';
import { scrollDepthScroll } from './scroll-depth-scroll.ts';
import { scrollTravel } from './scroll-travel.ts';
import { searchAbandonment } from './search-abandonment.ts';
import { searchClicksByRank } from './search-clicks-by-rank.ts';
import { searchClicksPerQuery } from './search-clicks-per-query.ts';
import { searchDwell } from './search-dwell.ts';
import { searchMaxRank } from './search-max-rank.ts';
import { searchPogoSticks } from './search-pogo-sticks.ts';
import { searchQueries } from './search-queries.ts';
import { searchReformulations } from './search-reformulations.ts';
import { searchRequeryRate } from './search-requery-rate.ts';
import { searchSatClicks } from './search-sat-clicks.ts';
import { searchTimeToAction } from './search-time-to-action.ts';
import { searchTimeToClick } from './search-time-to-click.ts';
import { sessionDuration } from './session-duration.ts';
import { thrashedCursor } from './thrashed-cursor.ts';
import { timeAway } from './time-away.ts';
import { trackerFailures } from './tracker-failures.ts';
import { untrustedClicks } from './untrusted-clicks.ts';
import { unjudgedClicks } from './unjudged-clicks.ts';
import { viewportTimeMap } from './viewport-time-map.ts';
import { visibleTime } from './visible-time.ts';
import { zoomChanges } from './zoom-changes.ts';
import type { Metric } from './metric.ts';

export { amountsOf, type Amount } from './across/amounts-of.ts';
export { figuresOf, type Figure } from './across/figures-of.ts';
export { PART_KINDS, type PartKind, TABLE_RULES } from './across/table-rules.ts';
export { areaHits } from './areas/area-hits.ts';
export { areaMeasure } from './areas/area-measure.ts';
export { areaReading, type AreaReading } from './areas/area-reading.ts';
export { catalogue } from './catalogue.ts';
export { ascending } from './statistics/ascending.ts';
export { compareNumbers, compareRates, type Comparison, type PairComparison } from './statistics/comparison.ts';
export { description, type Description } from './statistics/description.ts';
export type { Effect } from './statistics/difference-of-medians.ts';
export { type Bin, histograms } from './statistics/histogram.ts';
export type { Interval95 } from './statistics/median-interval.ts';
export { type Rate, wilson } from './statistics/rates.ts';
export { evenSample } from './statistics/sample.ts';
export { exampleEvents } from './example-events.ts';
export { bandMap, median, type BandMap } from './heat/band-map.ts';
export { elementSignals, hovers, type ElementSignal } from './heat/element-signals.ts';
export { pageMatch, pathOfUrl } from './heat/page-match.ts';
export { pagePlace, VIEWED_SEES, viewedPages, type ViewedPage } from './heat/viewed-pages.ts';
export { GROUPS, type Group } from './groups.ts';
export { seenBy } from './seen-by.ts';
export { inOrder } from './in-order.ts';
export * from './measure.ts';
export * from './metric.ts';
export { choicesOf, parameterProblem } from './parameter-problem.ts';
export { isGeneral, pertinence, pertinent } from './pertinent.ts';
export { createMirror, type Mirror } from './recording/create-mirror.ts';
export { elementPaths, type ElementPaths } from './recording/element-paths.ts';
export { childrenOf, isElement, subtreeOf, type MirrorNode } from './recording/mirror-node.ts';
export type { PageState } from './recording/page-state.ts';
export { EVENT as RRWEB_EVENT, SOURCE as RRWEB_SOURCE, type RrwebEvent } from './recording/rrweb.ts';
export { DERIVED, EVERY_DERIVED, isDerivedName } from './derived-name.ts';
export { round } from './round.ts';
export { sights } from './sights.ts';
export { withParameters } from './with-parameters.ts';
export type { ClickDwell } from './search/click-dwell.ts';
export type { DerivedElement } from './derived-elements.ts';
export type { DerivedEvents } from './derived-events.ts';
export type { FirstFixation } from './gaze-first-fixation.ts';
export type { FocusedElement } from './focused-elements.ts';
export type { FormField } from './form-fields.ts';
export type { GazeArea } from './gaze-areas.ts';
export type { GazeEntropy } from './gaze-entropy.ts';
export type { Transition } from './gaze/transition-counts.ts';
export type { Hesitation } from './hesitation.ts';
export type { HoverDwell } from './hover-dwell.ts';
export type { MouseTrajectory } from './mouse-trajectories.ts';
export type { PageNorm } from './excessive-scroll.ts';
export type { PageScrollDepth } from './scroll/page-scroll-depth.ts';
export type { QualityFlag } from './quality-flags.ts';
export type { QueryChange } from './search-reformulations.ts';
export type { QueryWait } from './search-time-to-click.ts';
export type { OutcomeRule } from './click/outcome-rule.ts';
export type { RageRule, RageRun } from './click/rage-runs.ts';
export type { RankClicks } from './search-clicks-by-rank.ts';
export type { ScrollTravel } from './scroll/travel.ts';
export type { ViewportTimeMap } from './viewport-time-map.ts';
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
  clockJumps,
  deadClicks,
  derivedElements,
  derivedEvents,
  droppedEvents,
  engagedGa4,
  errorClicks,
  excessiveScroll,
  fixationTime,
  focusLosses,
  focusedElements,
  focusedTime,
  formAbandonField,
  formAbandoned,
  formCompleted,
  formFields,
  formStarted,
  formTimeToFirst,
  formViewed,
  gazeAreas,
  gazeEntropy,
  gazeFirstFixation,
  gazeTransitions,
  hesitation,
  hoverDwell,
  idleEpisodes,
  mouseTrajectories,
  openTime,
  pageDwellVisible,
  pageDwellWall,
  pastes,
  presenceSource,
  qualityFlags,
  quickBacks,
  rageBursts,
  rageClicks,
  rageEpisodes,
  scrollDepthContent,
  scrollDepthScroll,
  scrollTravel,
  searchAbandonment,
  searchClicksByRank,
  searchClicksPerQuery,
  searchDwell,
  searchMaxRank,
  searchPogoSticks,
  searchQueries,
  searchReformulations,
  searchRequeryRate,
  searchSatClicks,
  searchTimeToAction,
  searchTimeToClick,
  sessionDuration,
  thrashedCursor,
  timeAway,
  trackerFailures,
  unjudgedClicks,
  untrustedClicks,
  viewportTimeMap,
  visibleTime,
  zoomChanges,
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
  derivedEvents,
  derivedElements,
  rageClicks,
  rageEpisodes,
  rageBursts,
  errorClicks,
  deadClicks,
  thrashedCursor,
  quickBacks,
  excessiveScroll,
  hesitation,
  scrollDepthScroll,
  scrollDepthContent,
  scrollTravel,
  viewportTimeMap,
  hoverDwell,
  mouseTrajectories,
  formViewed,
  formStarted,
  formCompleted,
  formAbandoned,
  formAbandonField,
  formTimeToFirst,
  formFields,
  searchQueries,
  searchTimeToClick,
  searchTimeToAction,
  searchClicksPerQuery,
  searchClicksByRank,
  searchMaxRank,
  searchReformulations,
  searchRequeryRate,
  searchAbandonment,
  searchDwell,
  searchSatClicks,
  searchPogoSticks,
  fixationTime,
  focusedElements,
  gazeAreas,
  gazeFirstFixation,
  gazeTransitions,
  gazeEntropy,
  qualityFlags,
  focusLosses,
  timeAway,
  untrustedClicks,
  unjudgedClicks,
  clockJumps,
  droppedEvents,
  zoomChanges,
  pastes,
  trackerFailures,
] as readonly Metric[];
