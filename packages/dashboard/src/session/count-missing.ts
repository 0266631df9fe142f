/** How many numbers some ranges name, both ends included. */
export const countMissing = (ranges: readonly { from: number; to: number }[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
