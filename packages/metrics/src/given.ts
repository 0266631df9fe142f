import type { JsonObject } from '@sightline/protocol';

/** A finite number of the details, or undefined where they hold none. */
export function givenNumber(details: JsonObject, field: string): number | undefined {
  const value = details[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text of the details that is not empty, or undefined where they hold none. */
export function givenText(details: JsonObject, field: string): string | undefined {
  const value = details[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
