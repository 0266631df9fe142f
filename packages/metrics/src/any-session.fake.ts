import type { TabId } from '@sightline/protocol';
import fc from 'fast-check';
import { exampleEvents } from './example-events.ts';
import type { MeasuredEvent, Metric } from './metric.ts';
import { sights } from './sights.ts';

const TABS = ['a', 'b'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}` as TabId);
const anything = fc.constantFrom<unknown>(
  'a',
  'b',
  '',
  0,
  7,
  250,
  0.5,
  -3,
  true,
  false,
  null,
  undefined,
  [[1, 2, 3]],
  { height: 500 },
  NaN,
);
const likely: Record<string, fc.Arbitrary<unknown>> = {
  state: fc.constantFrom('hidden', 'visible', 'focused', 'active', 'asleep'),
  lengthMs: fc.nat(2_000),
  button: fc.constant(0),
  path: fc.constantFrom('#a', '#b'),
  url: fc.constantFrom('/a', '/b'),
  name: fc.constantFrom('result', 'query', 'field', 'form'),
};

/**
 * Any session: the worked examples of the metrics, mixed with events of the names and fields they look at, with values likely and
 * wild, and with events that none looks at. Each has a sequence of its own in its tab.
 */
export function anySession(metrics: readonly Metric[]): fc.Arbitrary<MeasuredEvent[]> {
  const seen = Object.entries(sights(metrics)).filter(([name]) => name !== '*');
  const example = fc.constantFrom(...metrics).map((metric) => exampleEvents(metric.example));
  const type = fc.constantFrom('interactionEvent' as const, 'browserEvent' as const, 'customEvent' as const);
  const where = { at: fc.nat(5_000), tab: fc.constantFrom(...TABS), type };
  const metadata = fc.constantFrom([], [{ name: 'rank', value: 3 }], [{ name: 'rank', value: 'x' }]);
  const looked = fc.constantFrom(...seen).chain(([name, fields]) =>
    fc.record({
      ...where,
      name: fc.constant(name),
      metadata,
      details: fc.record(Object.fromEntries(fields.map((field) => [field, fc.oneof(likely[field] ?? anything, anything)])), {
        requiredKeys: [],
      }),
    }),
  );
  const other = fc.record({
    ...where,
    metadata,
    name: fc.constantFrom('scroll', 'hello', 'constructor', '*'),
    details: fc.constant({ path: 'a', element: 'x', duration_ms: 3, type: 'viewportFocusChange', hasFocus: true }),
  });
  return fc
    .tuple(
      fc.oneof(example, fc.constant([])),
      fc.array(fc.oneof({ arbitrary: looked, weight: 9 }, { arbitrary: other, weight: 1 }), { maxLength: 80 }),
    )
    .map(([known, more]) =>
      [...known, ...more].map((one, sequence) => ({ ...one, sequence, pageView: null, applicationSpecificData: {} }) as MeasuredEvent),
    );
}
