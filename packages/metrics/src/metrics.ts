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
