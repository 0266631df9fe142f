import { expect, test } from 'vitest';
import { settled } from '../tracker.fake.ts';
import type { Answer } from '../page/network.ts';
import { httpTransport } from './http-transport.ts';

const greeting = { messageType: 'logui-handshake-success' };
const saved = { messageType: 'logui-events-saved', batch: 'b' };

async function talk(...answers: (Answer | Error)[]) {
  const bodies: string[] = [];
  const got: unknown[] = [];
  const lost: (number | undefined)[] = [];
  const post = async (_url: string, text: string) => {
    bodies.push(text);
    const answer = answers.shift() ?? new Error('no more answers');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const network = { post, socket: () => ({ send: () => undefined, close: () => undefined }), leave: () => undefined, bytesSent: () => 0 };
  const connection = httpTransport(network, '/v1/collect').connect('{"hello":1}', {
    received: (message) => got.push(message),
    lost: (ms) => lost.push(ms),
  });
  await settled();
  connection.send('{"events":[]}');
  await settled();
  return { bodies: bodies.map((body) => JSON.parse(body)), got, lost };
}
const answer = (body: unknown, status = 200, retryAfterMs?: number): Answer => ({ status, text: JSON.stringify(body), retryAfterMs });

test('each message goes with the handshake, and the handshake’s answer is heard once', async () => {
  const { bodies, got, lost } = await talk(answer({ messages: [greeting] }), answer({ messages: [greeting, saved] }));
  expect(bodies).toEqual([
    { messageType: 'sightline-collect', handshake: { hello: 1 }, messages: [] },
    { messageType: 'sightline-collect', handshake: { hello: 1 }, messages: [{ events: [] }] },
  ]);
  expect(got).toEqual([greeting, saved]);
  expect(lost).toEqual([]);
});

test.each([
  ['a network that fails', new Error('offline'), undefined],
  ['a proxy’s page', { status: 502, text: '<html>', retryAfterMs: undefined }, undefined],
  ['a full server', answer({ error: 'storageFull', retry: true }, 503, 9_000), 9_000],
  ['a server that is too busy', answer({ error: 'tooFast', retry: true }, 429, 2_000), 2_000],
])('%s is a lost connection', async (_, given, retryAfterMs) => {
  const { lost, got } = await talk(given);
  expect(lost[0]).toBe(retryAfterMs);
  expect(got).toEqual([]);
});

test('a refusal for good is heard as a refused handshake', async () => {
  const { got } = await talk(answer({ error: 'originNotAllowed', message: 'not from here', retry: false }, 403));
  expect(got).toEqual([
    {
      messageType: 'logui-handshake-failure',
      failureDetails: { failureCode: 100, terminateConnection: true, retry: false, reason: 'not from here' },
    },
  ]);
});
