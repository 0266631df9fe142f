/** What a press on the page would do, and must not while somebody points. */
const HELD = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'touchstart',
  'touchend',
  'contextmenu',
] as const;

/** Lets somebody point at an element of the page, which hears nothing of it. Answers how to stop. */
export function createPicker(
  window: Window & typeof globalThis,
  {
    host,
    over,
    picked,
    cancelled,
  }: { host: Element; over(target: Element | undefined): void; picked(target: Element): void; cancelled(): void },
): () => void {
  const ended = new AbortController();
  const options = { capture: true, passive: false, signal: ended.signal } as const;
  const targetOf = (event: Event): Element | undefined => {
    const [first] = event.composedPath();
    return event.target === host || !(first instanceof window.Element) || isModal(first) ? undefined : first;
  };
  window.addEventListener('pointermove', (event) => over(targetOf(event)), options);
  for (const type of HELD) {
    window.addEventListener(
      type,
      (event) => {
        const target = targetOf(event);
        if (!target) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type === 'click') picked(target);
      },
      options,
    );
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.target === host || (event.target instanceof window.Element && isModal(event.target))) return;
      event.stopImmediatePropagation();
      cancelled();
    },
    options,
  );
  return () => {
    over(undefined);
    ended.abort();
  };
}

/** While a page asks something in a modal dialog, all else is inert, the builder too: the answer has to reach the page. */
function isModal(element: Element): boolean {
  try {
    return element.closest('dialog:modal') !== null;
  } catch {
    return false; // The browser is older than the selector, or than modal dialogs.
  }
}
