import type { Network } from '../page/network.ts';
import type { Transport } from './transport.ts';

/** Messages over a WebSocket. */
export function socketTransport(network: Network, url: string): Transport {
  return {
    name: 'socket',
    connect(handshake, { received, lost }) {
      const socket = network.socket(url, {
        opened: () => socket.send(handshake),
        received: (text) => received(JSON.parse(text)),
        lost: () => lost(),
      });
      return socket;
    },
  };
}
