import type { FieldVisit } from './form/form-reading.ts';
import { formMetric } from './form/form-metric.ts';

/** What happened in one field. */
export interface FormField {
  field: string;
  visits: number;
  timeMs: number;
  changes: number;
  /** Visits after one in which something was entered. */
  returns: number;
  /** Visits with a change, after one with a change: what was entered was corrected. */
  corrections: number;
}

/**
 * Time, returns and corrections of each field.
 *
 * email changed from 0 to 2 s, card, email changed again → 2 visits, 1 return, 1 correction.
 */
export const formFields = formMetric<FormField[]>(
  {
    name: 'form_fields',
    title: 'Form: fields',
    unit: 'ms',
    definition:
      'For each field: visits, time in it while the page was visible, changes, returns (visits after one in which something was entered) and corrections (of those, the ones that changed the value again). A visit begins with the focus, or a change where no focus was told; it ends as the focus goes, the next field has it or the page is left, else with its last change.',
    columns: {
      field: 'name for the log',
      visits: 'stays in it',
      timeMs: 'time in it while the page was visible, ms',
      changes: 'change or input events',
      returns: 'visits after one with a change',
      corrections: 'of these, visits with a change',
    },
    source: 'Zuko’s field returns; corrections are ours: a value changed after it had been left. Deletions within a visit are not told.',
    example: {
      events: [
        [0, 'focusin', { name: 'email' }],
        [1_000, 'change', { name: 'email' }],
        [2_000, 'focusout', { name: 'email' }],
        [2_000, 'focusin', { name: 'card' }],
        [3_000, 'focusout', { name: 'card' }],
        [4_000, 'focusin', { name: 'email' }],
        [5_000, 'change', { name: 'email' }],
        [5_500, 'focusout', { name: 'email' }],
      ],
      value: [
        { field: 'email', visits: 2, timeMs: 3_500, changes: 2, returns: 1, corrections: 1 },
        { field: 'card', visits: 1, timeMs: 1_000, changes: 0, returns: 0, corrections: 0 },
      ],
    },
  },
  ({ visits, msOf }) => {
    const fields = new Map<string, FormField>();
    for (const visit of visits) {
      const known = fields.get(visit.field) ?? { field: visit.field, visits: 0, timeMs: 0, changes: 0, returns: 0, corrections: 0 };
      fields.set(visit.field, after(known, visit, msOf(visit)));
    }
    return [...fields.values()];
  },
);

const after = (known: FormField, { field, changes }: FieldVisit, ms: number): FormField => ({
  field,
  visits: known.visits + 1,
  timeMs: known.timeMs + ms,
  changes: known.changes + changes,
  returns: known.returns + (known.changes > 0 ? 1 : 0),
  corrections: known.corrections + (known.changes > 0 && changes > 0 ? 1 : 0),
});
