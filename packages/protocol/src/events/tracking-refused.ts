import { Type, type Static } from 'typebox';

/** A visitor’s browser asked not to track; the only event of a session that has no visitor and is named anew each time. */
export const trackingRefusedDetails = Type.Object({
  signal: Type.Union([Type.Literal('globalPrivacyControl'), Type.Literal('doNotTrack')]),
});
export type TrackingRefusedDetails = Static<typeof trackingRefusedDetails>;
