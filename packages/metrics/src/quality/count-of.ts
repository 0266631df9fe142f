import type { MeasuredEvent, Metric } from '../metric.ts';

type Words = Pick<Metric<number>, 'name' | 'title' | 'definition' | 'source' | 'example' | 'sees'>;

/** A metric of the data's quality that adds up what each event it looks at says. */
export const countOf = (words: Words, amount: (event: MeasuredEvent) => number): Metric<number> => ({
  ...words,
  version: 1,
  group: 'quality',
  unit: 'count',
  parameters: {},
  presets: [],
  ends: false,
  begin() {
    let count = 0;
    return {
      see(event) {
        if (Object.hasOwn(words.sees, event.name)) count += amount(event);
      },
      value: () => count,
    };
  },
});
