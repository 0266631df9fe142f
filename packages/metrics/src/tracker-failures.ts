import { countOf } from './quality/count-of.ts';

/**
 * Faults of the tracker itself.
 *
 * One collector failed → 1.
 */
export const trackerFailures = countOf(
  {
    name: 'tracker_failures',
    title: 'Tracker failures',
    definition: 'Number of times that something in the tracker itself went wrong.',
    source: 'Sightline.',
    example: { events: [[0, 'trackerFailed', { message: 'x is undefined' }]], value: 1 },
    sees: { trackerFailed: [] },
  },
  () => 1,
);
