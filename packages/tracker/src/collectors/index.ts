import type { Collector } from './collector.ts';
import { clicks } from './clicks.ts';
import { pageLeft } from './page-left.ts';
import { pageViews } from './page-views.ts';
import { started } from './started.ts';

/** Every collector of the core, in the order in which their first events stand in the log. */
export const collectors: readonly Collector[] = [started, pageViews, clicks, pageLeft];
