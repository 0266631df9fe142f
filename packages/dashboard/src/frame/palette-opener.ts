const OPEN = 'sightline:open-palette';

/** Asks the command palette to open, from anywhere on the page. */
export const openPalette = (): void => void window.dispatchEvent(new Event(OPEN));

/** Calls back when somebody asks for the palette: by button, or with ⌘K or Ctrl K. Ends with the returned function. */
export function onOpenPalette(open: () => void): () => void {
  const aborter = new AbortController();
  const { signal } = aborter;
  window.addEventListener(OPEN, open, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    },
    { signal },
  );
  return () => aborter.abort();
}
