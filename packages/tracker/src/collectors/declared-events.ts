import { pathOf } from '../page/path-of.ts';
import { isPrivate } from '../privacy/is-private.ts';
import type { Collector } from './collector.ts';

const MARK = 'data-sightline-event';

/**
 * Events that the page declares in its HTML: `data-sightline-event="add to cart"` with `data-sightline-event-price="12"` beside it.
 * Told on submit for forms, on change for fields, on click for everything else.
 */
export const declaredEvents: Collector = {
  collect({ page, recorder }) {
    const happened = (event: Event) => {
      for (const node of event.composedPath()) {
        const element = node as Element;
        if (element.nodeType !== 1 || isPrivate(element)) continue;
        const name = element.getAttribute(MARK);
        if (!name || whenTold(element.localName) !== event.type) continue;
        recorder.record({ type: 'customEvent', name, details: { ...fieldsOf(element), path: pathOf(element) }, at: event.timeStamp });
      }
    };
    for (const type of ['click', 'submit', 'change'] as const) page.on(type, happened);
  },
};

const whenTold = (tag: string): string => (tag === 'form' ? 'submit' : /^(input|select|textarea)$/.test(tag) ? 'change' : 'click');

const fieldsOf = ({ attributes }: Element): Record<string, string> =>
  Object.fromEntries(
    Array.from(attributes).flatMap(({ name, value }) => (name.startsWith(`${MARK}-`) ? [[name.slice(MARK.length + 1), value]] : [])),
  );
