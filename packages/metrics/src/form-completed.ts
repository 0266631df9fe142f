import { formMetric, isTold } from './form/form-metric.ts';

/**
 * Whether the form was completed.
 *
 * Submitted → yes; where events of success are named, only these count.
 */
export const formCompleted = formMetric<boolean | null>(
  {
    name: 'form_completed',
    title: 'Form: completed',
    unit: 'yes/no',
    definition:
      'Whether the form was submitted or, where the study names events of success, one of these came; null where the session tells nothing of a form.',
    source: 'Zuko’s “completions”.',
    example: {
      events: [
        [0, 'focusin', { name: 'email' }],
        [9_000, 'submit', { name: 'signup' }],
      ],
      value: true,
    },
  },
  (story) => (isTold(story) ? story.completedAt !== undefined : null),
);
