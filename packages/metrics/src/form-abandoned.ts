import { formMetric, isTold } from './form/form-metric.ts';

/**
 * Whether the form was begun and not completed.
 *
 * Focus in a field, no submission in the session → yes.
 */
export const formAbandoned = formMetric<boolean | null>(
  {
    name: 'form_abandoned',
    title: 'Form: abandoned',
    unit: 'yes/no',
    definition: 'Whether the form was started and not completed in the session; null where the session tells nothing of a form.',
    source: 'Zuko’s “abandons”.',
    example: { events: [[0, 'focusin', { name: 'email' }]], value: true },
  },
  (story) => (isTold(story) ? story.startedAt !== undefined && story.completedAt === undefined : null),
);
