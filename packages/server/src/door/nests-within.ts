/** Whether objects and arrays in a value are nested at most `depth` deep. */
export const nestsWithin = (value: unknown, depth: number): boolean => !isNest(value) || nestFits(value, depth);

function nestFits(nest: object, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(nest)) return nest.every((item) => nestsWithin(item, depth - 1));
  const record = nest as Record<string, unknown>;
  // Most values are plain; calling ourselves for each costs twice as much.
  for (const key in record) if (isNest(record[key]) && !nestFits(record[key], depth - 1)) return false;
  return true;
}

const isNest = (value: unknown): value is object => typeof value === 'object' && value !== null;
