import type { Binding } from './binding.ts';

/**
 * The bindings that decide who owns an event, in their order: those that listen to it, and those that these meet on any of their
 * other events, as a binding that loses one event loses all.
 */
export function contenders(type: string, bindings: readonly Binding[]): Binding[] {
  const types = new Set([type]);
  for (let size = 0; size !== types.size;) {
    size = types.size;
    for (const { handler } of bindings) {
      if (handler.browserEvents.some((event) => types.has(event))) handler.browserEvents.forEach((event) => types.add(event));
    }
  }
  return bindings.filter(({ handler }) => handler.browserEvents.some((event) => types.has(event)));
}
