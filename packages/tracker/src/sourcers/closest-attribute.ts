import { lookedFor, type Sourcer } from './sourcer.ts';

/** An attribute of the element or of the nearest one around it that has it, out of shadow roots too. */
export const closestAttribute: Sourcer = (element, request) => {
  const name = lookedFor(request);
  for (let found: Element | null = element; found; found = found.parentElement ?? hostOf(found)) {
    if (found.hasAttribute(name)) return found.getAttribute(name);
  }
  return undefined;
};

const hostOf = (element: Element): Element | null => (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
