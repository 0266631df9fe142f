import type { TrackingRefusedDetails } from '@sightline/protocol';

/** What the browser says for the visitor, where it asks not to track. */
export function refusalOf({ navigator }: Window): TrackingRefusedDetails['signal'] | undefined {
  if ((navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl) return 'globalPrivacyControl';
  return (navigator as Navigator & { doNotTrack?: string | null }).doNotTrack === '1' ? 'doNotTrack' : undefined;
}
