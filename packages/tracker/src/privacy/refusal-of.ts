import type { TrackingRefusedDetails } from '@sightline/protocol';

/** What the browser says for the visitor, where it asks not to track. */
export function refusalOf({ navigator }: Window): TrackingRefusedDetails['signal'] | undefined {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean; doNotTrack?: string | null };
  return globalPrivacyControl ? 'globalPrivacyControl' : doNotTrack === '1' ? 'doNotTrack' : undefined;
}
