import { derivedCounts, ruleName, type DerivedCount } from './derived-counts.ts';

/** The events of rules that have one name. */
export interface DerivedEvents extends DerivedCount {
  event: string;
}

/**
 * Events that rules would have logged, by their name.
 *
 * Two `RESULT_CLICK` and a hover of 300 ms → RESULT_CLICK 2, HOVER 2 (it is entered and left), 300 ms.
 */
export const derivedEvents = derivedCounts<DerivedEvents>(
  {
    name: 'derived_events',
    title: 'Events of rules',
    definition:
      'For each name: how many events the flight’s rules would have logged, worked out afterwards; `names` takes those of some alone, without `derived:`.',
    columns: { event: 'name that the rule gives its events' },
    example: {
      events: [
        [0, 'derived:RESULT_CLICK', { type: 'click', path: '#a' }],
        [500, 'derived:HOVER', { type: 'mouseenter', path: '#b' }],
        [800, 'derived:HOVER', { type: 'mouseleave', path: '#b', hoverMs: 300 }],
        [900, 'derived:RESULT_CLICK', { type: 'click', path: '#b' }],
      ],
      value: [
        { event: 'RESULT_CLICK', events: 2, hoverMs: 0 },
        { event: 'HOVER', events: 2, hoverMs: 300 },
      ],
    },
  },
  (event) => ({ event: ruleName(event) }),
);
