import { DERIVED, EVERY_DERIVED, isDerivedName } from './derived-name.ts';
import { givenNumber } from './given.ts';
import type { MeasuredEvent, Metric } from './metric.ts';

/** What a rule's events came to: how many, and how long the hovers among them lasted. */
export interface DerivedCount {
  events: number;
  hoverMs: number;
}

/** What it counts by. */
type Facts<Row extends DerivedCount> = Pick<Metric<Row[]>, 'name' | 'title' | 'definition' | 'example'> & {
  columns: Readonly<Record<Exclude<keyof Row, keyof DerivedCount>, string>>;
};

/** A metric that counts the events of rules, by something they tell. */
export const derivedCounts = <Row extends DerivedCount>(
  facts: Facts<Row>,
  keyOf: (event: MeasuredEvent) => Omit<Row, keyof DerivedCount>,
): Metric<Row[], { names: string[] }> => ({
  ...facts,
  version: 1,
  group: 'activity',
  unit: 'count',
  source: 'Ours: what a flight’s rules would have logged, in their newest versions; see “Events worked out afterwards”.',
  columns: { ...facts.columns, events: 'how many', hoverMs: 'summed length of hovers that ended (mouseleave), ms' },
  parameters: { names: [] },
  presets: [],
  sees: { [EVERY_DERIVED]: ['type', 'path', 'hoverMs'] },
  ends: false,
  begin({ names }) {
    const wanted = new Set(names);
    const found = new Map<string, Row>();
    return {
      see(event) {
        if (!isDerivedName(event.name) || (wanted.size > 0 && !wanted.has(ruleName(event)))) return;
        const key = keyOf(event);
        const id = JSON.stringify(key);
        const { events, hoverMs } = found.get(id) ?? { events: 0, hoverMs: 0 };
        found.set(id, { ...key, events: events + 1, hoverMs: hoverMs + (givenNumber(event.details, 'hoverMs') ?? 0) } as Row);
      },
      value: () => [...found.values()],
    };
  },
});

/** The name that a rule gives its events. */
export const ruleName = ({ name }: Pick<MeasuredEvent, 'name'>): string => name.slice(DERIVED.length);
