/** Application-specific data on one line: `condition c2 · participant P-017`. */
export const dataSummary = (data: Record<string, unknown>): string =>
  Object.entries(data)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
