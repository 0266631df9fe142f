/** Where a server takes events. */
export interface Addresses {
  socket: string;
  collect: string;
}

/** The addresses of a server, from its base (`https://stats.example.org/`). */
export function addressesOf(base: string): Addresses {
  const root = base.replace(/\/?$/, '/');
  return { socket: new URL('ws/endpoint/', root).href.replace(/^http/, 'ws'), collect: new URL('v1/collect', root).href };
}
