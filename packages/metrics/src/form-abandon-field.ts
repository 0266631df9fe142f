import { formMetric } from './form/form-metric.ts';

/**
 * The field after which the form was given up.
 *
 * email, then card, no submission → card.
 */
export const formAbandonField = formMetric<string | null>(
  {
    name: 'form_abandon_field',
    title: 'Form: abandoned at',
    unit: 'text',
    definition: 'The last field that somebody was in before a started form was not completed; null where no form was abandoned.',
    source: 'Zuko.',
    example: {
      events: [
        [0, 'focusin', { name: 'email' }],
        [5_000, 'focusin', { name: 'card' }],
      ],
      value: 'card',
    },
  },
  ({ startedAt, completedAt, visits }) => (startedAt !== undefined && completedAt === undefined ? (visits.at(-1)?.field ?? null) : null),
);
