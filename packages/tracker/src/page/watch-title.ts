import type { Listening } from './listening.ts';

/** Tells when the document's title may have changed. */
export function watchTitle(
  { document, MutationObserver }: Window & typeof globalThis,
  { guard }: Pick<Listening, 'guard'>,
  changed: () => void,
): () => void {
  const observer = new MutationObserver(guard(changed));
  // Of the head alone: a page's body changes all the time, its head seldom.
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}
