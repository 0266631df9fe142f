import { formMetric, isTold } from './form/form-metric.ts';

/**
 * Whether somebody began to fill in the form.
 *
 * Focus in a field → yes; with the preset Exatom only when its value changed.
 */
export const formStarted = formMetric<boolean | null>(
  {
    name: 'form_started',
    title: 'Form: started',
    unit: 'yes/no',
    definition: 'Whether one of the form’s fields had the focus (or, by choice, changed); null where the session tells nothing of a form.',
    source: 'Zuko’s “starters”; Exatom’s where a change is asked for.',
    example: { events: [[0, 'focusin', { name: 'email' }]], value: true },
  },
  (story) => (isTold(story) ? story.startedAt !== undefined : null),
);
