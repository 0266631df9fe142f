import { countOf } from './quality/count-of.ts';

/**
 * Clicks of which nobody can say whether anything followed.
 *
 * One click on a canvas, one on a button → 1.
 */
export const unjudgedClicks = countOf(
  {
    name: 'unjudged_clicks',
    title: 'Unjudged clicks',
    definition:
      'Number of clicks on what no script can see into (canvas, media, frames, closed shadow roots), of which dead_click says nothing.',
    source: 'Sightline; counted apart, so that dead clicks are neither too many nor silently too few.',
    example: {
      events: [
        [0, 'clickOutcome', { path: '#map', tag: 'canvas', watchedMs: 7_000, unjudgeable: true }],
        [9_000, 'clickOutcome', { path: '#buy', tag: 'button', watchedMs: 12, mutationMs: 12 }],
      ],
      value: 1,
    },
    sees: { clickOutcome: ['unjudgeable'] },
  },
  ({ details }) => (details.unjudgeable === true ? 1 : 0),
);
