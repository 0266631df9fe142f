/** An address without query, fragment and credentials, which may hold what nobody meant to log. */
export function withoutQuery(address: string, base: string): string {
  try {
    const { protocol, origin, host, pathname } = new URL(address, base);
    // A `data:` or `blob:` address is content itself.
    return /^(https?|wss?):$/.test(protocol) ? (origin === 'null' ? `${protocol}//${host}` : origin) + pathname : protocol;
  } catch {
    // No address at all: the page's mistake is what is being reported.
    return '[invalid address]';
  }
}
