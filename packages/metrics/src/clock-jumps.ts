import { givenNumber } from './given.ts';
import { countOf } from './quality/count-of.ts';

/** Less is how estimates differ. */
const LEAST_MS = 250;

/**
 * Jumps between the page's two clocks: the machine slept, or its clock was set.
 *
 * A jump of 250 ms counts, one of 249 ms does not, whichever way.
 */
export const clockJumps = countOf(
  {
    name: 'clock_jumps',
    title: 'Clock jumps',
    definition:
      'Number of times that the wall clock ran at least 250 ms ahead of or behind the monotonic clock: sleep, or a clock that was set.',
    source: 'Sightline. Told with intervals of presence.',
    example: {
      events: [
        [1_000, 'presence', { state: 'active', lengthMs: 1_000, jumpMs: 250 }],
        [2_000, 'presence', { state: 'active', lengthMs: 1_000, jumpMs: -249 }],
      ],
      value: 1,
    },
    sees: { presence: ['jumpMs'] },
  },
  ({ details }) => (Math.abs(givenNumber(details, 'jumpMs') ?? 0) >= LEAST_MS ? 1 : 0),
);
