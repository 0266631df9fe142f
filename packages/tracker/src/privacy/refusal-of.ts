import type { TrackingRefusedDetails } from '@sightline/protocol';

type Asking = Navigator & { globalPrivacyControl?: boolean; doNotTrack?: string | null };

/** Whether the browser asks not to track. */
export const isRefused = ({ navigator }: { navigator: Asking }): boolean | undefined =>
  navigator.globalPrivacyControl || navigator.doNotTrack === '1';

/** What the browser says for the visitor, where it asks not to track. */
export const refusalOf = (window: Window): TrackingRefusedDetails['signal'] | undefined =>
  isRefused(window) ? ((window.navigator as Asking).globalPrivacyControl ? 'globalPrivacyControl' : 'doNotTrack') : undefined;
