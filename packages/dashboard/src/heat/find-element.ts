/** The element at a path that the tracker made; ` >>> ` enters an open shadow root. A path that is no selector finds nothing. */
export function findElement(root: ParentNode, path: string): Element | undefined {
  let scope: ParentNode = root;
  let found: Element | undefined;
  for (const part of path.split(' >>> ')) {
    try {
      found = scope.querySelector(part) ?? undefined;
    } catch {
      return undefined; // A foreign client's path may be anything.
    }
    if (!found) return undefined;
    scope = found.shadowRoot ?? found;
  }
  return found;
}

/** What somebody would call an element: its label, words or picture's description, else undefined. */
export function wordsOf(element: Element): string | undefined {
  const label = [
    element.getAttribute('aria-label'),
    element.textContent,
    element.getAttribute('alt'),
    element.querySelector('img[alt]')?.getAttribute('alt'),
  ];
  const words = label.map((text) => text?.replaceAll(/\s+/g, ' ').trim()).find((text) => text);
  if (words === undefined) return element.getAttribute('placeholder') ?? element.getAttribute('title') ?? undefined;
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
