const MOST = 40;

/** A name for the log out of what an element says of itself: `Add to basket` → `ADD_TO_BASKET`. */
export function eventName(element: Element): string {
  const said =
    element.getAttribute('data-sightline-name') ??
    element.getAttribute('aria-label') ??
    element.getAttribute('name') ??
    (element.children.length === 0 ? element.textContent : '') ??
    '';
  const words = said.trim() || element.id || [...element.classList][0] || element.localName;
  const name = words
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\w]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, MOST);
  return name || element.localName.toUpperCase();
}
