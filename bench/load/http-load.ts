import { once } from 'node:events';
import { connect } from 'node:net';
import { createArrivals, type LoadResult, type Pace, type Sender } from './arrivals.ts';
import { serveOrder } from './order.ts';
import { trackBody } from './payload.ts';

export interface HttpLoadOrder extends Pace {
  port: number;
  path: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const OK = Buffer.from('HTTP/1.1 200 ');

serveOrder<HttpLoadOrder, LoadResult>(async (order) => {
  const arrivals = createArrivals(order);
  const senders = await Promise.all(Array.from({ length: order.connections }, (_, index) => sender(order, index, arrivals)));
  return arrivals.run(senders);
});

/** Bytes are written ready-made and answers are told by their length: a full HTTP client would cost as much as the server. */
async function sender({ port, path }: HttpLoadOrder, index: number, arrivals: ReturnType<typeof createArrivals>): Promise<Sender> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  const body = trackBody(`bench-${index}`, index);
  const request = Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const self: Sender = { send: () => void socket.write(request) };
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', (part) => {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const length = answerLength(rest);
    if (length === undefined || rest.length < length) return;
    const answer = rest;
    rest = rest.subarray(length);
    if (answer.subarray(0, OK.length).equals(OK)) arrivals.answered(self);
    else arrivals.failed(self, answer.toString('latin1', 0, 300));
  });
  socket.on('close', () => arrivals.failed(self, 'the server closed the connection'));
  return self;
}

function answerLength(bytes: Buffer): number | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const [, length] = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end)) ?? [];
  if (length === undefined) throw new Error(`expected an answer with Content-Length, got ${bytes.toString('latin1', 0, end)}`);
  return end + HEAD_END.length + Number(length);
}
