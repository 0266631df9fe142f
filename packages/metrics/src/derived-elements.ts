import { derivedCounts, type DerivedCount } from './derived-counts.ts';
import { givenText } from './given.ts';

/** The events of rules on one element. */
export interface DerivedElement extends DerivedCount {
  /** Its CSS path; empty where it is not told. */
  element: string;
}

/**
 * Events that rules would have logged, by the element on which they happened.
 *
 * Two clicks on `#a` and one on `#b` → #a 2, #b 1.
 */
export const derivedElements = derivedCounts<DerivedElement>(
  {
    name: 'derived_elements',
    title: 'Events of rules by element',
    definition:
      'For each element: how many events the flight’s rules would have logged on it, worked out afterwards; `names` takes those of some alone, without `derived:`.',
    columns: { element: 'CSS path of the element; empty where it is not told' },
    example: {
      events: [
        [0, 'derived:RESULT_CLICK', { type: 'click', path: '#a' }],
        [500, 'derived:RESULT_CLICK', { type: 'click', path: '#b' }],
        [900, 'derived:RESULT_CLICK', { type: 'click', path: '#a' }],
      ],
      value: [
        { element: '#a', events: 2, hoverMs: 0 },
        { element: '#b', events: 1, hoverMs: 0 },
      ],
    },
  },
  ({ details }) => ({ element: givenText(details, 'path') ?? '' }),
);
