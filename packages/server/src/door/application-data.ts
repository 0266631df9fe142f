import { LIMITS, type JsonObject } from '@sightline/protocol';
import { nestsWithin } from './nests-within.ts';

/** The study's data after a change, in which `null` deletes a field; a new object, as events hold the old one by reference. */
export const mergeData = (data: JsonObject, changes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries({ ...data, ...changes }).filter(([key, value]) => value !== null || !Object.hasOwn(changes, key)));

/** What is wrong with a study's data, if anything is. */
export function dataProblem(data: JsonObject): string | undefined {
  if (!nestsWithin(data, LIMITS.nesting)) return `applicationSpecificData must nest at most ${LIMITS.nesting} deep, got more`;
  const { length } = JSON.stringify(data);
  if (length <= LIMITS.applicationDataBytes) return undefined;
  return `applicationSpecificData must be at most ${LIMITS.applicationDataBytes} characters of JSON, got ${length}`;
}
