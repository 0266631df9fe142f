/** Kept text as a record with these ids and whole numbers; undefined where it is damaged or none of ours. */
export function parsed<Kept extends object>(
  text: string | null | undefined,
  ids: (keyof Kept)[] = [],
  numbers: (keyof Kept)[] = [],
): Kept | undefined {
  try {
    const record: Partial<Kept> = JSON.parse(text ?? '{}');
    if (ids.every((id) => isUuidText(record[id])) && numbers.every((number) => Number.isInteger(record[number]))) return record as Kept;
  } catch {
    // A page's own scripts may have written anything there.
  }
  return undefined;
}

/** Whether kept text is an id. */
export const isUuidText = (text: unknown): text is string => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(text));
