/** The events that come with each entering and leaving, and bubble. */
const CARRIERS: Record<string, string> = {
  mouseenter: 'mouseover',
  mouseleave: 'mouseout',
  pointerenter: 'pointerover',
  pointerleave: 'pointerout',
};

/** The DOM event that has to be listened to for another. */
export const carrierOf = (type: string): string => (Object.hasOwn(CARRIERS, type) ? (CARRIERS[type] as string) : type);

/** The elements at which listeners for `type` would run, in that order; `event` is the one that carries it. */
export function reached(type: string, event: Event): Element[] {
  const path = event.composedPath().filter((node): node is Element => (node as Node).nodeType === 1);
  if (carrierOf(type) !== type) {
    const other = around((event as MouseEvent).relatedTarget);
    const crossed: Element[] = [];
    for (const element of around(path[0] ?? null)) {
      // Entered from the outside in, left from the inside out.
      if (!other.includes(element)) crossed[type.endsWith('enter') ? 'unshift' : 'push'](element);
    }
    return crossed;
  }
  // An event that does not bubble runs at its target, and at the hosts that stand for it outside of their shadow.
  return event.bubbles ? path : path.filter((element, index) => index === 0 || holds(element, path[0]));
}

const holds = (host: Element, target: Element | undefined): boolean => {
  for (let root = target?.getRootNode(); root && 'host' in root; root = (root.host as Element).getRootNode()) {
    if (root.host === host) return true;
  }
  return false;
};

/** A node and what it is drawn in, slots and shadow hosts included, from the inside out. */
function around(node: EventTarget | null): Element[] {
  const elements: Element[] = [];
  for (let at = node as Node | null; at; at = outside(at)) if (at.nodeType === 1) elements.push(at as Element);
  return elements;
}

const outside = (node: Node): Node | null => (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
