import { createMirror, elementPaths, isElement, RRWEB_EVENT, RRWEB_SOURCE, type Mirror, type RrwebEvent } from '@sightline/metrics';
import type { DerivableEvent, DerivedEvent, Rule } from '@sightline/protocol';
import { metadataOf } from './metadata.ts';
import { pageSelector } from './selector.ts';

/** What a rule came to in one session. */
export interface Derivation {
  events: Omit<DerivedEvent, 'session' | 'ordinal' | 'derivedFrom'>[];
  undecided: number;
  problems: Set<string>;
}

/** rrweb's numbers for what a pointer or the focus did. */
const INTERACTIONS: Readonly<Record<number, DerivableEvent>> = {
  0: 'mouseup',
  1: 'mousedown',
  2: 'click',
  3: 'contextmenu',
  4: 'dblclick',
  5: 'focus',
  6: 'blur',
  7: 'touchstart',
  9: 'touchend',
};

/** Applies a rule to a session's recording, event by event in order, tab by tab: each interaction on the page as it was at that moment. */
export function fromRecording(rule: Rule): { see(tab: string, event: RrwebEvent, offsetMs: number): void; derivation(): Derivation } {
  const selector = pageSelector(rule.selector);
  const pages = new Map<string, Mirror>();
  const derived: Derivation = { events: [], undecided: 0, problems: new Set() };

  return {
    see(tab, event, offsetMs) {
      const page = pages.get(tab) ?? createMirror();
      pages.set(tab, page);
      const happened = interactionOf(event);
      if (happened?.name === rule.event) {
        const element = page.state.nodes.get(happened.id);
        if (!isElement(element)) {
          // `scroll` and `focus` may be of the document, which no selector means.
          if (element === undefined) {
            derived.undecided += 1;
            derived.problems.add('the element is not in the recorded page');
          }
        } else {
          const found = selector.closest(element);
          if (found) {
            const { document, view } = page.state;
            derived.events.push({
              tab,
              type: 'interactionEvent',
              name: rule.name,
              at: Math.round(event.timestamp + offsetMs),
              url: view.href,
              details: { type: rule.event, path: document ? elementPaths(document).of(element) : '', ...happened.place },
              metadata: metadataOf(rule.metadata ?? [], { element: found, document, url: view.href }),
              basis: 'recording',
            });
          }
        }
      }
      page.apply(event);
    },
    derivation: () => derived,
  };
}

function interactionOf({
  type,
  data,
}: RrwebEvent): { name: DerivableEvent | undefined; id: number; place: { x?: number; y?: number } } | undefined {
  if (type !== RRWEB_EVENT.increment || typeof data !== 'object' || data === null) return undefined;
  const { source, id, type: kind, x, y } = data as { source?: number; id?: number; type?: number; x?: number; y?: number };
  if (typeof id !== 'number') return undefined;
  const place = { ...(typeof x === 'number' && { x }), ...(typeof y === 'number' && { y }) };
  if (source === RRWEB_SOURCE.mouseInteraction) return { name: INTERACTIONS[kind ?? -1], id, place };
  if (source === RRWEB_SOURCE.input) return { name: 'input', id, place: {} };
  if (source === RRWEB_SOURCE.scroll) return { name: 'scroll', id, place };
  return undefined;
}
