import { formMetric, isTold } from './form/form-metric.ts';

/**
 * Whether the form was seen.
 *
 * A field of it had the focus → yes, in view or not.
 */
export const formViewed = formMetric<boolean | null>(
  {
    name: 'form_viewed',
    title: 'Form: viewed',
    unit: 'yes/no',
    definition: 'Whether the form was in view, or somebody was in one of its fields; null where the session tells nothing of a form.',
    source: 'Zuko’s “viewers”. Coming into view needs the form’s name.',
    example: { events: [[0, 'focusin', { name: 'email' }]], value: true },
  },
  (story) => (isTold(story) ? story.viewedAt !== undefined || story.firstInputAt !== undefined : null),
);
