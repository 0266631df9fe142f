import type { SessionFilter } from '@sightline/protocol';

/** A filter as the query string that stands for it in another one. */
export function againstQuery(filter: SessionFilter): string {
  const pairs = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]),
  );
  return new URLSearchParams(pairs).toString();
}
