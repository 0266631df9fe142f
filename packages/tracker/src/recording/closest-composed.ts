/** The nearest element, of the node itself and everything around it, that the selector names: out of shadow roots and frames too. */
export function closestComposed(node: Node | null, selector: string): Element | undefined {
  for (let at = elementOf(node); at; at = outside(at.getRootNode())) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return undefined;
}

/** Every element around the node, and itself. */
export function* composedAncestors(node: Node | null): Generator<Element> {
  for (let at = elementOf(node); at; at = at.parentElement ?? outside(at.getRootNode())) yield at;
}

/** The node, or the element that it is in. */
function elementOf(node: Node | null): Element | null {
  if (!node || node.nodeType === 1) return node as Element | null;
  return node.parentElement ?? outside(node.parentNode ?? node);
}

/** What a shadow root or document is inside of. */
function outside(root: Node): Element | null {
  const { host, defaultView } = root as Partial<ShadowRoot> & Partial<Document>;
  try {
    return host ?? defaultView?.frameElement ?? null;
  } catch {
    // The frame is inside a page of another origin, which is no part of the recording.
    return null;
  }
}
