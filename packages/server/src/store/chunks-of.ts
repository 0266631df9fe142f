/** As many ids as travel in the address of one request. */
const IDS = 500;

/** Ids in lists that a request can carry. */
export function* chunksOf(ids: readonly string[]): Generator<string[], void> {
  for (let first = 0; first < ids.length; first += IDS) yield ids.slice(first, first + IDS);
}
