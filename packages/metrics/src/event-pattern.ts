import type { MeasuredEvent, Sees } from './metric.ts';
import { givenText } from './given.ts';

/**
 * Tells events that a study names in a metric's parameters: `query` is every event of that name, `click/result` those whose details
 * are also named `result` (LogUI's `name` of a group, or `data-sightline-name`).
 */
export function eventPattern(patterns: readonly string[]): (event: Pick<MeasuredEvent, 'name' | 'details'>) => boolean {
  const whole = new Set(patterns);
  const labels = new Map<string, Set<string>>();
  for (const pattern of patterns) {
    const [name, label] = parts(pattern);
    if (label !== undefined) labels.set(name, (labels.get(name) ?? new Set()).add(label));
  }
  return ({ name, details }) => {
    if (whole.has(name)) return true;
    const named = labels.get(name);
    return named !== undefined && named.has(givenText(details, 'name') ?? '');
  };
}

/** What has to be looked at to tell them, and the further fields that the metric reads of them. */
export function patternSees(patterns: readonly string[], fields: readonly string[] = []): Sees {
  const read = [...new Set(['name', ...fields])];
  return Object.fromEntries(patterns.flatMap((pattern) => [pattern, parts(pattern)[0]].map((name) => [name, read])));
}

function parts(pattern: string): [name: string, label?: string] {
  const at = pattern.indexOf('/');
  return at < 0 ? [pattern] : [pattern.slice(0, at), pattern.slice(at + 1)];
}
