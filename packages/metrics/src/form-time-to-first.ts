import { formMetric } from './form/form-metric.ts';

/**
 * Time from seeing the form to the first input in it.
 *
 * In view at 1,000 ms, first focus at 4,000 ms → 3,000 ms.
 */
export const formTimeToFirst = formMetric<number | null>(
  {
    name: 'form_time_to_first',
    title: 'Form: time to first input',
    unit: 'ms',
    definition: 'Time from the form’s first coming into view to the first focus or change in it; null where either was not told.',
    source: 'Sightline. Needs `form`, the form’s name for the log.',
    example: { events: [[4_000, 'focusin', { name: 'email' }]], value: null },
  },
  ({ viewedAt, firstInputAt }) => (viewedAt === undefined || firstInputAt === undefined ? null : Math.max(0, firstInputAt - viewedAt)),
);
