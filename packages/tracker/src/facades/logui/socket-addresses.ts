import type { Addresses } from '../../outbox/addresses.ts';

/** LogUI names its socket; requests go to the same server, beside it where it stands at the usual place. */
export function socketAddresses(endpoint: string): Addresses {
  const socket = new URL(endpoint);
  const usual = /^(.*\/)ws\/endpoint\/?$/.exec(socket.pathname);
  return { socket: socket.href, collect: new URL(`${usual?.[1] ?? '/'}v1/collect`, socket.href.replace(/^ws/, 'http')).href };
}
