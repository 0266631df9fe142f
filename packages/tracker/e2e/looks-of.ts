/** How elements marked with `data-look` are drawn, line by line. Runs inside pages, recorded and replayed ones, so nothing here comes from outside. */
export function looksOf(document: Document): string[] {
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap((element) => {
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : element.shadowRoot;
      return inner ? roots(inner) : [];
    }),
  ];
  const isIn = (element: Element, state: string) => {
    try {
      return element.matches(state);
    } catch {
      return false;
    }
  };
  return roots(document).flatMap((root) =>
    [...root.querySelectorAll<HTMLElement>('[data-look]')].map((element) => {
      const { color, backgroundColor, display, fontWeight } = (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
      const { naturalWidth, naturalHeight } = element as HTMLImageElement;
      const { width, height } = element.getBoundingClientRect();
      const picture = element.localName === 'img' ? ` shows ${naturalWidth} × ${naturalHeight}` : '';
      const states = [':modal', '[open]'].filter((state) => isIn(element, state)).join(' ');
      return `${element.dataset.look}: ${color} on ${backgroundColor}, ${display}, ${fontWeight}, ${Math.round(width)} × ${Math.round(height)}${picture} ${states}`;
    }),
  );
}
