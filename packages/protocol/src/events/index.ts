import { actionFiredDetails } from './action-fired.ts';
import { clickDetails } from './click.ts';
import { clickOutcomeDetails } from './click-outcome.ts';
import { elementInViewDetails } from './element-in-view.ts';
import { fieldBlurDetails, fieldChangeDetails, fieldFocusDetails, formSubmitDetails } from './form-field.ts';
import { gazeFixationDetails } from './gaze-fixation.ts';
import { outboxChangedDetails } from './outbox-changed.ts';
import { pageLeftDetails } from './page-left.ts';
import { pageViewDetails } from './page-view.ts';
import { presenceDetails } from './presence.ts';
import { recordingChangedDetails } from './recording-changed.ts';
import { startedDetails } from './started.ts';
import { trackerFailedDetails } from './tracker-failed.ts';
import { trackerReportDetails } from './tracker-report.ts';
import { trackingRefusedDetails } from './tracking-refused.ts';
import { consentChangedDetails } from './consent-changed.ts';
import { identifiedDetails } from './identified.ts';
import { contextMenuFiredDetails } from './context-menu-fired.ts';
import { cursorTrackingDetails } from './cursor-tracking.ts';
import { viewportFocusChangeDetails } from './viewport-focus-change.ts';
import { urlChangeDetails } from './url-change.ts';
import { viewportResizeDetails } from './viewport-resize.ts';
import { viewportZoomDetails } from './viewport-zoom.ts';
import { visibilityChangeDetails } from './visibility-change.ts';
import { pageScrollDetails } from './page-scroll.ts';
import { titleChangeDetails } from './title-change.ts';
import { clipboardDetails } from './clipboard.ts';
import { pageErrorDetails } from './page-error.ts';
import { networkFailureDetails } from './network-failure.ts';
import { webVitalDetails } from './web-vital.ts';

/** The events Sightline gives a meaning to, by name, with the schema of their details. Any other name is the page's own. */
export const EVENTS = {
  started: startedDetails,
  pageView: pageViewDetails,
  pageLeft: pageLeftDetails,
  click: clickDetails,
  clickOutcome: clickOutcomeDetails,
  fieldFocus: fieldFocusDetails,
  fieldBlur: fieldBlurDetails,
  fieldChange: fieldChangeDetails,
  formSubmit: formSubmitDetails,
  gaze_fixation: gazeFixationDetails,
  presence: presenceDetails,
  elementInView: elementInViewDetails,
  actionFired: actionFiredDetails,
  outboxChanged: outboxChangedDetails,
  trackerFailed: trackerFailedDetails,
  trackerReport: trackerReportDetails,
  recordingChanged: recordingChangedDetails,
  trackingRefused: trackingRefusedDetails,
  consentChanged: consentChangedDetails,
  identified: identifiedDetails,
  contextMenuFired: contextMenuFiredDetails,
  cursorTracking: cursorTrackingDetails,
  viewportFocusChange: viewportFocusChangeDetails,
  URLChange: urlChangeDetails,
  viewportResize: viewportResizeDetails,
  viewportZoom: viewportZoomDetails,
  visibilityChange: visibilityChangeDetails,
  pageScroll: pageScrollDetails,
  titleChange: titleChangeDetails,
  clipboard: clipboardDetails,
  pageError: pageErrorDetails,
  networkFailure: networkFailureDetails,
  webVital: webVitalDetails,
} as const;

export type EventName = keyof typeof EVENTS;
