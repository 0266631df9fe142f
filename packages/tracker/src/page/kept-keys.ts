/** Names of kept texts that begin so, without that beginning; none where storage is blocked. */
export function keptKeys(storage: () => Storage, prefix: string): string[] {
  try {
    return Object.keys(storage()).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  } catch {
    // Blocked storage is an ordinary state of a browser, and keeps nothing.
    return [];
  }
}
