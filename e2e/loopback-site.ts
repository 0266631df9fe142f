import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of its own origin on this machine. */
export interface LoopbackSite {
  /** Its origin. */
  url: string;
  close(): Promise<void>;
}

/** Serves what a test makes up, on a port that nobody uses. */
export async function loopbackSite(answer: RequestListener): Promise<LoopbackSite> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
