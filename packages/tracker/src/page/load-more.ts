import type { More } from '../addons/more.ts';
import { loadScript } from './load-script.ts';

/** Where the add-on hands itself over to whoever loaded it. */
export function morePlace(window: Window) {
  const place = window as unknown as Record<symbol, ((more: More) => void) | undefined>;
  const key = Symbol.for('sightline-more');
  return {
    get: () => place[key],
    set: (take: ((more: More) => void) | undefined) => (place[key] = take),
  };
}

/** Loads the add-on from the folder of the script that asks for it. */
export const loadMore = (window: Window, scripts: string): Promise<More> =>
  new Promise((resolve, reject) => {
    const url = new URL('sightline-more.js', scripts).href;
    morePlace(window).set(resolve);
    loadScript(window, url, () => reject(new Error(`${url} could not be loaded`)));
  });
