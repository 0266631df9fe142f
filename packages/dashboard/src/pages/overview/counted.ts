import type { OverviewCounts } from '@sightline/protocol';

/** What can be counted over time. */
export type Counted = keyof OverviewCounts;

export const COUNTED = ['sessions', 'visitors', 'pageViews', 'events'] as const satisfies readonly Counted[];

export const isCounted = (text: unknown): text is Counted => (COUNTED as readonly unknown[]).includes(text);
