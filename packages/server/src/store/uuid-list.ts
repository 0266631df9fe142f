import { isUuid } from '@sightline/protocol';

/**
 * UUIDs as SQL. A list in a parameter travels in the request's URL, which holds some hundred of them; in the statement thousands
 * find room. Throws where one is none: what stands in a statement must not be somebody's text.
 */
export function uuidList(ids: readonly string[]): string {
  for (const id of ids) if (!isUuid(id)) throw new Error(`expected a UUID, got ${JSON.stringify(id)}`);
  return ids.map((id) => `'${id}'`).join(',');
}
