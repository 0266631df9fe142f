import { once } from 'node:events';
import { WebSocket } from 'ws';
import { createOutbox, type Payload } from './outbox.ts';
import { breathe, type Visitor } from './visitor.ts';

/** Payloads that may be on their way at a time. */
const WINDOW = 4;
const ANSWER_WITHIN_MS = 5_000;

/** A native client on a WebSocket: several payloads under way, everything unacknowledged sent again, now and then something twice. */
export function socketVisitor({ url, token }: { url: () => string; token: string }): Visitor {
  const outbox = createOutbox();

  async function connection(work: (socket: WebSocket) => Promise<void>): Promise<void> {
    const socket = new WebSocket(`${url().replace('http', 'ws')}/ws/endpoint/`, { origin: 'http://localhost' });
    socket.on('error', () => socket.terminate());
    try {
      await Promise.race([opened(socket), closed(socket)]);
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.on('message', (text: Buffer) => heard(JSON.parse(text.toString())));
      await work(socket);
    } finally {
      socket.terminate();
    }
  }

  async function opened(socket: WebSocket): Promise<void> {
    await once(socket, 'open');
    socket.send(JSON.stringify(handshake(outbox.session, outbox.tab, token)));
    const [text] = (await once(socket, 'message')) as [Buffer];
    const answer = JSON.parse(text.toString()) as { messageType: string };
    if (answer.messageType !== 'logui-handshake-success') throw new Error(`handshake: ${text.toString()}`);
  }

  function heard(message: { messageType: string; batch?: string; refused?: unknown[] }): void {
    if (message.messageType !== 'logui-events-saved') return;
    if (message.refused?.length) throw new Error(`events were refused: ${JSON.stringify(message)}`);
    if (message.batch) outbox.acknowledge(message.batch);
  }

  return {
    async send(signal) {
      while (!signal.aborted) {
        await connection(async (socket) => {
          for (const payload of outbox.again()) say(socket, payload);
          while (!signal.aborted && socket.readyState === WebSocket.OPEN) {
            if (outbox.waiting() < WINDOW) say(socket, outbox.next());
            else await Promise.race([once(socket, 'message'), closed(socket)]);
            const stale = Math.random() < 0.05 ? outbox.stale() : undefined;
            if (stale) say(socket, stale);
          }
        });
        await breathe();
      }
    },
    async settle() {
      while (!outbox.isEmpty()) {
        await connection(async (socket) => {
          for (const payload of outbox.again()) say(socket, payload);
          const until = Date.now() + ANSWER_WITHIN_MS;
          while (!outbox.isEmpty() && socket.readyState === WebSocket.OPEN && Date.now() < until) await breathe();
        });
        if (!outbox.isEmpty()) await breathe();
      }
    },
    acknowledged: outbox.acknowledged,
    sent: outbox.sent,
  };
}

/** The native handshake of a client that made its own ids. */
export const handshake = (session: string, tab: string, token: string) => ({
  messageType: 'logui-handshake-request',
  sessionUUID: session,
  clientTimestamp: Date.now(),
  clientVersion: '0.1.0',
  applicationIdentifier: token,
  applicationSpecificData: {},
  protocolVersion: 1,
  tab,
});

function closed(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return Promise.resolve();
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

const say = (socket: WebSocket, payload: Payload): void => socket.send(JSON.stringify(payload));
