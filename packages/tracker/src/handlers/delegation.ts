import { matchOf, type Binding } from './binding.ts';
import { contenders } from './contenders.ts';
import type { Group } from './group.ts';
import type { EventDetails } from './handler.ts';
import { ownerOf } from './owner-of.ts';
import { carrierOf, reached } from './reached.ts';

export interface DelegationDeps {
  bindings: readonly Binding[];
  /** Whether a later group takes over from an equally specific one. */
  overrideEqual: boolean;
  log(element: Element, details: EventDetails, group: Group, event: Event): void;
  /** Hears what a handler of the page's own throws. */
  failed(error: unknown): void;
}

/**
 * Listeners by DOM event that find the tracked elements as an event happens: nothing is bound to elements, so that it costs nothing
 * when they come, and holds when they change.
 */
export function createDelegation({ bindings, overrideEqual, log, failed }: DelegationDeps): Map<string, (event: Event) => void> {
  const listeners = new Map<string, ((event: Event) => void)[]>();

  for (const type of new Set(bindings.flatMap(({ handler }) => handler.browserEvents))) {
    const rivals = contenders(type, bindings);
    const beginners = new Set(rivals.flatMap(({ handler }) => (handler.begin && handler.browserEvents.includes(type) ? [handler] : [])));
    // Most elements match nothing, which the engine tells fastest with all selectors in one.
    const any = rivals.flatMap(({ selectors }) => selectors.map(({ selector }) => selector)).join();

    const listen = (carrier: Event) => {
      const event = carrier.type === type ? carrier : renamed(carrier as MouseEvent, type);
      for (const handler of beginners) handler.begin?.(event);
      let taken = false;
      for (const element of reached(type, carrier)) {
        if (!element.matches(any)) continue;
        const matches = rivals.flatMap((rival) => matchOf(rival, element) ?? []);
        const owner = ownerOf(type, matches, overrideEqual);
        if (!owner) continue;
        const { group, handler } = owner;
        const inner = taken && event === carrier;
        taken = true;
        if (inner && group.bubbling === 'innermost') continue;
        try {
          const details = handler.logUIEventCallback(element, event, group);
          if (details) log(element, details, group, carrier);
        } catch (error) {
          failed(error);
        }
      }
    };
    const carrier = carrierOf(type);
    listeners.set(carrier, [...(listeners.get(carrier) ?? []), listen]);
  }
  return new Map([...listeners].map(([type, all]) => [type, (event) => all.forEach((listen) => listen(event))]));
}

/** A copy of the event that carries another, under the other's name, for handlers to read. */
const renamed = (event: MouseEvent, type: string): Event => new (event.constructor as typeof MouseEvent)(type, event);
