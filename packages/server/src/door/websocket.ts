import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { FAILURES, LIMITS } from '@sightline/protocol';
import { WebSocketServer } from 'ws';
import { countRefusal } from './counts.ts';
import type { SocketDialect } from './conversation.ts';
import { DoorSocket } from './door-socket.ts';
import type { Intake } from './intake.ts';
import { openSocket, type OpenSocket } from './open-socket.ts';

export interface WebSocketDeps {
  intake: Intake;
  dialects: readonly SocketDialect[];
  addressOf(request: IncomingMessage): string;
}

/** The WebSocket side of the door. */
export interface DoorWebSocket {
  /** Takes the upgrades of an HTTP server that are for the door; leaves others alone. */
  upgrade(server: Server): void;
  /** Something about the flights changed. */
  recheck(): void;
  sockets(): Record<string, number>;
  /** Says good-bye to everybody; resolves when all are gone. */
  stop(): Promise<void>;
}

const PATH = /^\/ws\/endpoint\/?(?:\?.*)?$/;
/** Somewhat larger messages are read whole, so that they can be refused in words and the connection kept. */
const READ_AT_MOST = 2 * LIMITS.messageBytes;

/** Accepts WebSockets, keeps their number bounded, and finds the dead ones. */
export function doorWebSocket({ intake, dialects, addressOf }: WebSocketDeps): DoorWebSocket {
  const { limits } = intake;
  // Browsers offer compression and live without it; taking it would cost memory for each connection.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: READ_AT_MOST,
    perMessageDeflate: false,
    clientTracking: false,
    WebSocket: DoorSocket,
  });
  const open = new Set<OpenSocket>();
  const byAddress = new Map<string, number>();
  let isStopping = false;

  const count = (address: string, change: number) => {
    const next = (byAddress.get(address) ?? 0) + change;
    if (next > 0) byAddress.set(address, next);
    else byAddress.delete(address);
  };

  const leave = (socket: OpenSocket, address: string) => {
    open.delete(socket);
    count(address, -1);
  };

  const accept = (socket: DoorSocket, request: IncomingMessage, address: string) => {
    const peer = { address, origin: request.headers.origin, agent: (request.headers['user-agent'] ?? '').slice(0, 1_024) };
    const opened = openSocket({ socket, intake, dialects, peer });
    open.add(opened);
    count(address, 1);
    void opened.closed.then(() => leave(opened, address));
  };

  const onUpgrade = (server: Server) => (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!PATH.test(request.url ?? '')) {
      if (server.listenerCount('upgrade') === 1) turnAway(stream, '404 Not Found', 'There is no WebSocket at this path.');
      return;
    }
    const address = addressOf(request);
    if (isStopping) return turnAway(stream, '503 Service Unavailable', 'The server is going down.');
    if (open.size >= limits.connections || (byAddress.get(address) ?? 0) >= limits.connectionsPerAddress) {
      countRefusal(intake.counts, 'tooManyConnections');
      return turnAway(stream, '429 Too Many Requests', FAILURES.tooManyConnections.says);
    }
    sockets.handleUpgrade(request, stream, head, (socket) => accept(socket, request, address));
    return undefined;
  };

  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, limits.pingEveryMs);
  pings.unref();

  return {
    upgrade: (server) => void server.on('upgrade', onUpgrade(server)),
    recheck() {
      for (const socket of open) socket.recheck();
    },
    sockets() {
      const numbers: Record<string, number> = { unknown: 0 };
      for (const { name } of dialects) numbers[name] = 0;
      for (const socket of open) numbers[socket.dialect()] = (numbers[socket.dialect()] ?? 0) + 1;
      return numbers;
    },
    async stop() {
      isStopping = true;
      clearInterval(pings);
      await Promise.all([...open].map((socket) => socket.leave()));
    },
  };
}

/** A refused upgrade looks like a lost network to a browser, so every client tries again. */
function turnAway(stream: Duplex, status: string, says: string): void {
  stream.on('error', () => stream.destroy());
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(says)}\r\n\r\n${says}`,
    () => stream.destroy(),
  );
}
