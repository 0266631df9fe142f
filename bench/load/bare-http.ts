import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Node alone can do: reads the body, parses it, answers a few bytes, keeps nothing. */
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString()) as { session_id: string };
    const answer = body.session_id === '' ? '{"status":"empty"}' : '{"status":"ok"}';
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length });
    response.end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
