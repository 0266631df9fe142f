import { setFlagsFromString } from 'node:v8';

/**
 * Has garbage collected early from now on: for commands whose rows do not pass through this process. What they hold is small, but V8 would let several times
 * as much lie (bench/results.md); where rows are computed here, it would take half as much time again.
 */
export const keepHeapSmall = (): void => setFlagsFromString('--optimize-for-size');
