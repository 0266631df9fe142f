import type { Group } from './group.ts';
import type { Handler } from './handler.ts';
import { compareSpecificity, selectorsOf, specificity, type Specificity } from './specificity.ts';

/** A group with the handler that serves it. */
export interface Binding {
  group: Group;
  handler: Handler;
  /** The selectors of its list, with how specific each is. */
  selectors: readonly { selector: string; specificity: Specificity }[];
}

/** Binds a group to its handler. */
export const bind = (group: Group, handler: Handler): Binding => ({
  group,
  handler,
  selectors: selectorsOf(group.selector).map((selector) => ({ selector, specificity: specificity(selector) })),
});

/** A binding that matches an element, with the specificity of the most specific selector that does. */
export interface Match {
  binding: Binding;
  specificity: Specificity;
}

/** How the binding matches the element, if it does. */
export function matchOf(binding: Binding, element: Element): Match | undefined {
  let most: Specificity | undefined;
  for (const { selector, specificity: own } of binding.selectors) {
    if (element.matches(selector) && (!most || compareSpecificity(own, most) > 0)) most = own;
  }
  return most && { binding, specificity: most };
}
