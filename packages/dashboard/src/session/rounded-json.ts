/** A value as JSON with no more than two decimals: what a preview has room for. */
export const roundedJson = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? Math.round(item * 100) / 100 : item));
