/** Where a page of rows begins, as a URL carries it; undefined for the first, and for what is no such number. */
export function readOffset(given: unknown): number | undefined {
  const offset = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN;
  return Number.isSafeInteger(offset) && offset > 0 ? offset : undefined;
}
