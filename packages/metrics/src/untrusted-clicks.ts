import { countOf } from './quality/count-of.ts';

/**
 * Clicks that a script made.
 *
 * One click with `trusted: false` among three → 1.
 */
export const untrustedClicks = countOf(
  {
    name: 'untrusted_clicks',
    title: 'Untrusted clicks',
    definition: 'Number of clicks that were made by a script and not by the user agent (`isTrusted` is false).',
    source: 'DOM standard, isTrusted. Told by Sightline’s tracker only.',
    example: {
      events: [
        [0, 'click', { path: '#a', trusted: true }],
        [10, 'click', { path: '#a', trusted: false }],
      ],
      value: 1,
    },
    sees: { click: ['trusted'] },
  },
  ({ details }) => (details.trusted === false ? 1 : 0),
);
