/** What a style sheet may ask about a visitor; whatever does not hold is the other case. */
const ASKED =
  'prefers-color-scheme:dark prefers-reduced-motion:reduce prefers-contrast:more forced-colors:active hover:hover pointer:fine pointer:coarse'.split(
    ' ',
  );

/** Tells what the visitor asked of their system, as pages see it, such as `prefers-color-scheme:dark`; `changed` is called as that changes. */
export function visitorMedia(window: Window, changed: () => void): () => string[] {
  const lists = ASKED.map((query) => window.matchMedia(`(${query})`));
  for (const list of lists) list.addEventListener('change', changed);
  return () => ASKED.filter((_, index) => lists[index]?.matches);
}
