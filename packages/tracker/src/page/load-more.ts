import type { More } from '../addons/more.ts';
import { loadAddOn } from './load-add-on.ts';

/** Loads the add-on with what most pages do without. */
export const loadMore = (window: Window, scripts: string): Promise<More> => loadAddOn(window, scripts, 'more');
