import { isObject, lookedFor, Missing, valueAt, type Sourcer } from './sourcer.ts';

/** What Svelte leaves on an element: its custom elements hold their component (4) or its props (5); Svelte 3 has the component's context. */
interface SvelteElement extends Element {
  $$d?: Record<string, unknown>;
  $$c?: { $$: { ctx: unknown[]; props: Record<string, number> } };
  $$?: { ctx: unknown[]; props: Record<string, number> };
}

/**
 * State of the nearest Svelte component around the element that can be reached from outside: what custom elements declare as
 * props. Svelte keeps no way from other elements to the component that drew them, in no version and no build.
 */
export const svelteComponentState: Sourcer = (element, request) => {
  const path = lookedFor(request);
  const [first = ''] = path.split('.');
  for (let around: Element | null = element; around; around = around.parentElement ?? hostOf(around)) {
    const { $$d, $$c, $$ } = around as SvelteElement;
    const component = $$c?.$$ ?? $$;
    const index = component?.props[first];
    if (component && index !== undefined) return valueAt({ [first]: component.ctx[index] }, path);
    // The element's own property is the value as it is now; what it was given may be older.
    if (isObject($$d) && first in $$d) return valueAt({ [first]: (around as unknown as Record<string, unknown>)[first] }, path);
  }
  throw new Missing('svelte: only custom elements can be asked for their props, and none around the element has this one');
};

const hostOf = (element: Element): Element | null => (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
