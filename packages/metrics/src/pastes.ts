import { countOf } from './quality/count-of.ts';

/**
 * How often something was pasted.
 *
 * A copy and a paste → 1.
 */
export const pastes = countOf(
  {
    name: 'pastes',
    title: 'Pastes',
    definition: 'Number of times that something was pasted into the page; in a survey, a sign of answers from elsewhere.',
    source: 'Clipboard events; never what was pasted.',
    example: {
      events: [
        [0, 'clipboard', { action: 'copy' }],
        [10, 'clipboard', { action: 'paste' }],
      ],
      value: 1,
    },
    sees: { clipboard: ['action'] },
  },
  ({ details }) => (details.action === 'paste' ? 1 : 0),
);
