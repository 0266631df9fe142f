import type { Interval } from '@sightline/metrics';
import type { RecordedTab } from '@sightline/protocol';
import type { RecordedLane } from './clock/tab-at.ts';

/** What there is to play, as far as is known now. */
export interface Plan extends Interval {
  tabs: readonly RecordedTab[];
  lanes: readonly RecordedLane[];
  idle: readonly Interval[];
  live: boolean;
}
