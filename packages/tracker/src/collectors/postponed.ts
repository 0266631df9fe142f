import type { Surface } from './collector.ts';

const BY_MS = 100;

/** Puts a thing off a little: it is done before the next one, and before the page is left, at the latest; without one, what is due is done now. */
export function postponed({ page, onStop }: Pick<Surface, 'page' | 'onStop'>): (task?: () => void) => void {
  let due: (() => void) | undefined;
  const put = (task?: () => void) => {
    due?.();
    due = task;
    if (task) page.after(BY_MS, put);
  };
  page.on('pagehide', () => put());
  onStop(put);
  return put;
}
