import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network between browser and server that can go bad: it swallows what pages send, says nothing, and cuts connections. */
export async function openBadNetwork(port: number) {
  const pairs = new Set<[Socket, Socket]>();
  let swallows = false;

  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    near.on('data', (part) => {
      // The sender's network takes it, so the sender believes that it is on its way.
      if (!swallows) far.write(part);
    });
    far.on('data', (part) => {
      if (!swallows) near.write(part);
    });
    for (const socket of pair) socket.on('close', end).on('error', end);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const cut = () => pairs.forEach((pair) => pair.forEach((socket) => socket.destroy()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** Data gets in and never arrives, until it is mended, which cuts every connection that lost some. */
    swallow: () => (swallows = true),
    mend() {
      swallows = false;
      cut();
    },
    cut,
    async close() {
      server.close();
      cut();
    },
  };
}
export type BadNetwork = Awaited<ReturnType<typeof openBadNetwork>>;
