import type { Metric } from '../metric.ts';
import { FORM_DEFAULTS, FORM_PRESETS, formReading, formSees, type FormRule, type FormStory } from './form-reading.ts';

type Words<Value> = Pick<Metric<Value, FormRule>, 'name' | 'title' | 'unit' | 'definition' | 'source' | 'example' | 'columns'>;

/** A metric of what happened to a form. */
export const formMetric = <Value>(words: Words<Value>, of: (story: FormStory) => Value): Metric<Value, FormRule> => ({
  ...words,
  version: 1,
  group: 'forms',
  parameters: FORM_DEFAULTS,
  presets: FORM_PRESETS,
  sees: {},
  seesBy: formSees,
  ends: false,
  begin(rule) {
    const { see, story } = formReading(rule);
    return { see, value: () => of(story()) };
  },
});

/** Whether the session tells anything of the form: without that, no yes or no means anything. */
export const isTold = ({ viewedAt, visits, completedAt }: FormStory): boolean =>
  viewedAt !== undefined || completedAt !== undefined || visits.length > 0;
