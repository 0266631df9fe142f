import { EVERY_DERIVED, isDerivedName } from './derived-name.ts';
import type { Metric, Sees } from './metric.ts';

/** What a metric looks at with the parameters it has. */
export const seenBy = (metric: Pick<Metric, 'sees' | 'seesBy' | 'parameters'>): Sees =>
  metric.seesBy ? { ...metric.sees, ...metric.seesBy(metric.parameters) } : metric.sees;

/** Whether it looks at events of that name. */
export const looksAt = (sees: Sees, name: string): boolean =>
  Object.hasOwn(sees, name) || Object.hasOwn(sees, isDerivedName(name) ? EVERY_DERIVED : '*');
