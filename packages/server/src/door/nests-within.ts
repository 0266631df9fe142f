/** Whether objects and arrays in a value are nested at most `depth` deep. */
export function nestsWithin(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => nestsWithin(item, depth - 1));
  const record = value as Record<string, unknown>;
  for (const key in record) if (!nestsWithin(record[key], depth - 1)) return false;
  return true;
}
