import { WebSocket } from 'ws';
import { createOutbox, type Payload } from './outbox.ts';
import { breathe, think, type Visitor } from './visitor.ts';

/** Payloads that may be on their way at a time. */
const WINDOW = 4;
const ANSWER_WITHIN_MS = 5_000;

/** A native client on a WebSocket: several payloads under way, everything unacknowledged sent again, now and then something twice. */
export function socketVisitor({ url, token }: { url: () => string; token: string }): Visitor {
  const outbox = createOutbox();

  async function connection(work: (socket: WebSocket, gone: Promise<unknown>) => Promise<void>): Promise<void> {
    const socket = new WebSocket(`${url().replace('http', 'ws')}/ws/endpoint/`, { origin: 'http://localhost' });
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => socket.terminate());
    try {
      await Promise.race([shaken(socket), gone]);
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.on('message', (text: Buffer) => outbox.hear(JSON.parse(text.toString())));
      await work(socket, gone);
    } finally {
      socket.terminate();
    }
  }

  async function shaken(socket: WebSocket): Promise<void> {
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify(handshake(outbox.session, outbox.tab, token)));
    const text = await new Promise<Buffer>((resolve) => socket.once('message', resolve));
    const answer = JSON.parse(text.toString()) as { messageType: string };
    if (answer.messageType !== 'logui-handshake-success') throw new Error(`expected the handshake's success, got ${text.toString()}`);
  }

  return {
    async send(signal) {
      while (!signal.aborted) {
        await connection(async (socket, gone) => {
          for (const payload of outbox.again()) say(socket, payload);
          while (!signal.aborted && socket.readyState === WebSocket.OPEN) {
            if (outbox.waiting() < WINDOW) say(socket, outbox.next());
            await Promise.race([think(), gone]);
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
    refused: outbox.refused,
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

const say = (socket: WebSocket, payload: Payload): void => socket.send(JSON.stringify(payload));
