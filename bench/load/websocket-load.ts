import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createArrivals, type LoadResult, type Pace, type Sender } from './arrivals.ts';
import { serveOrder } from './order.ts';
import { BATCH_EVENTS, eventPayload, FIRST_SEQUENCE } from './payload.ts';

export interface WebsocketLoadOrder extends Pace {
  port: number;
  token: string;
}

serveOrder<WebsocketLoadOrder, LoadResult>(async (order) => {
  const arrivals = createArrivals(order);
  const senders = await Promise.all(Array.from({ length: order.connections }, () => sender(order, arrivals)));
  return arrivals.run(senders);
});

async function sender({ port, token }: WebsocketLoadOrder, arrivals: ReturnType<typeof createArrivals>): Promise<Sender> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const tab = randomUUID();
  const answers = readMessages(socket);
  await upgrade(socket, port);
  answers.begin();
  const shaken = answers.next();
  socket.write(maskedFrame(handshake(tab, token)));
  const answer = await shaken;
  if (!answer.includes('logui-handshake-success')) throw new Error(`expected a handshake's success, got ${answer}`);

  const frame = maskedFrame(eventPayload(tab));
  const places = sequencePlaces(frame);
  let sequence = FIRST_SEQUENCE;
  const self: Sender = {
    send() {
      for (const place of places) frame.write(String(sequence++), place, 'latin1');
      socket.write(Buffer.from(frame));
    },
  };
  answers.each((message) => {
    if (message.includes('logui-events-saved')) arrivals.answered(self);
    else arrivals.failed(self, message);
  });
  socket.on('close', () => arrivals.failed(self, 'the server closed the connection'));
  return self;
}

const handshake = (tab: string, token: string): string =>
  JSON.stringify({
    messageType: 'logui-handshake-request',
    sessionUUID: randomUUID(),
    clientTimestamp: Date.now(),
    clientVersion: '0.1.0',
    applicationIdentifier: token,
    applicationSpecificData: { condition: 'treatment' },
    protocolVersion: 1,
    tab,
  });

async function upgrade(socket: Socket, port: number): Promise<void> {
  const key = Buffer.from(randomUUID().slice(0, 16)).toString('base64');
  socket.write(
    `GET /ws/endpoint/ HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: http://localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(`expected 101, got ${answer.toString('latin1', 0, 200)}`);
}

/** A text frame whose mask is zero: valid, and its payload can be changed in place. */
function maskedFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255]);
  if (payload.length > 65_535) throw new Error(`expected a payload under 64 KiB, got ${payload.length} bytes`);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}

function sequencePlaces(frame: Buffer): number[] {
  const places: number[] = [];
  const label = '"sequence":';
  for (let at = frame.indexOf(label); at !== -1; at = frame.indexOf(label, at + 1)) places.push(at + label.length);
  if (places.length !== BATCH_EVENTS) throw new Error(`expected ${BATCH_EVENTS} sequences, got ${places.length}`);
  return places;
}

/** The server's text frames, of which none is as long as 64 KiB. */
function readMessages(socket: Socket) {
  let rest: Buffer = Buffer.alloc(0);
  let listener: ((message: string) => void) | undefined;

  function read(part: Buffer): void {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    while (rest.length >= 2) {
      const short = (rest[1] ?? 0) & 127;
      const head = short < 126 ? 2 : 4;
      if (rest.length < head) return;
      const length = short < 126 ? short : rest.readUInt16BE(2);
      if (rest.length < head + length) return;
      const message = rest.toString('utf8', head, head + length);
      const isText = ((rest[0] ?? 0) & 15) === 1;
      rest = rest.subarray(head + length);
      if (isText) listener?.(message);
    }
  }

  return {
    begin: (): void => void socket.on('data', read),
    next: (): Promise<string> => new Promise((resolve) => (listener = resolve)),
    each(given: (message: string) => void): void {
      listener = given;
    },
  };
}
