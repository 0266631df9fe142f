/** The nearest element, of the node itself and everything around it, that passes: out of shadow roots and frames too. */
export function closestComposed(node: Node | null, passes: (element: Element) => boolean): Element | undefined {
  for (let at = node; at; at = around(at)) if (at.nodeType === 1 && passes(at as Element)) return at as Element;
  return undefined;
}

function around(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  const { host, defaultView } = node as Partial<ShadowRoot> & Partial<Document>;
  try {
    return host ?? defaultView?.frameElement ?? null;
  } catch {
    // The frame is inside a page of another origin, which is no part of the recording.
    return null;
  }
}
