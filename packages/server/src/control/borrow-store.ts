import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { LOADED, type StoreLease } from './control-server.ts';
import { socketPath } from './socket-path.ts';

/** A lease, from the side of who has it. */
export interface BorrowedStore extends StoreLease {
  /** Tells the server that something was loaded. */
  loaded(): void;
}

/** The engine of a running server, lent until `release`; undefined where no server runs on the data directory. */
export function borrowStore(dataDir: string): Promise<BorrowedStore | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath(dataDir, 'control.sock'));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(error);
    });
    socket.once('connect', () => {
      const lines = createInterface(socket);
      lines.once('error', reject);
      lines.once('line', (line) => {
        const answer = JSON.parse(line) as { socketPath?: string; error?: string };
        if (answer.error !== undefined) reject(new Error(`The store of ${dataDir} cannot be had: ${answer.error}`));
        else {
          resolve({
            socketPath: answer.socketPath,
            loaded: () => void socket.write(`${LOADED}\n`),
            // What was said still goes over.
            release: () => socket.destroySoon(),
          });
        }
      });
    });
    socket.once('end', () => reject(new Error('The running server ended before it answered.')));
  });
}
