import { chmodSync, rmSync } from 'node:fs';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { socketPath } from './socket-path.ts';
import { writableDirectory } from './writable-directory.ts';

/** What a command of the same data directory may ask the process that owns it. */
export interface ControlOffers {
  /** Makes everything acknowledged readable, and keeps the engine awake until `release`; no socket where the store is a server of its own. */
  openStore(): Promise<StoreLease>;
  /** A command loaded something into the store that was lent to it. */
  loaded(): void;
}

/** What a command says over its lease. */
export const LOADED = 'loaded';

/** The store of a running server, lent to a command. */
export interface StoreLease {
  socketPath: string | undefined;
  release(): void;
}

/** Another process owns the data directory. */
export class DataDirectoryInUse extends Error {
  constructor(dataDir: string) {
    super(`Another Sightline process is running on ${dataDir}. Stop it first, or choose another directory with --data.`);
  }
}

/**
 * Owns a data directory: listens on a socket in it that only this user can reach. Whoever listens is the one process that may write
 * there; others connect and ask. A connection is one lease of the store: it ends when either side closes it.
 */
export async function controlServer(dataDir: string, offers: ControlOffers): Promise<{ stop(): Promise<void> }> {
  writableDirectory(dataDir);
  const path = socketPath(dataDir, 'control.sock');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    void lend(socket, offers);
  });
  await listen(server, path, dataDir);
  chmodSync(path, 0o600);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function lend(socket: Socket, { openStore, loaded }: ControlOffers): Promise<void> {
  socket.on('error', () => socket.destroy());
  try {
    const lease = await openStore();
    if (socket.destroyed) return lease.release();
    socket.once('close', lease.release);
    createInterface(socket).on('line', (line) => line === LOADED && loaded());
    socket.write(`${JSON.stringify({ socketPath: lease.socketPath })}\n`);
  } catch (error) {
    socket.end(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
  }
}

/** Takes the socket; one that a killed process left behind answers nobody and is replaced. */
async function listen(server: Server, path: string, dataDir: string): Promise<void> {
  if (await answers(path)) throw new DataDirectoryInUse(dataDir);
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
