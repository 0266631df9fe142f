import { CollectRequest, FAILURES, LIMITS, type FailureMessage } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { Conversation, Line, Peer } from '../conversation.ts';
import { allowOrigin } from '../cors.ts';
import type { HttpDialect } from '../http-dialect.ts';
import { problemOf } from '../problem-of.ts';
import { native } from './native.ts';

/** Native messages in one HTTP request: what a WebSocket would have carried, answered message by message. */
export const collect: HttpDialect = {
  name: 'collect',
  paths: [{ path: '/v1/collect', unsigned: false }],
  routes(app, { intake, addressOf, isTooMuch, during, refuse }) {
    const isCollect = Compile(CollectRequest);
    const dialect = native(intake);

    app.post('/v1/collect', async (request, reply) => {
      const { body, headers } = request;
      const { origin } = headers;
      reply.header('vary', 'origin');
      const address = addressOf(request.raw);
      if (isTooMuch(reply, address, undefined)) return reply;
      if (!isShaped(body)) return refuse(reply, { failure: 'badRequest', ...problemOf(isCollect, body) });
      const peer: Peer = { address, origin, agent: (headers['user-agent'] ?? '').slice(0, 1_024) };
      const { line, sent, state } = paper();
      const conversation = dialect.open(peer, line);
      const arrival = { length: Number(headers['content-length'] ?? LIMITS.messageBytes), receivedAt: intake.now() };
      await conversation.receive(frameOf(body.handshake, arrival)).done;
      const refused = failureOf(sent[0]);
      if (refused !== undefined) {
        const { failureCode, reason } = refused.failureDetails;
        const [name, failure] = failureNamed(failureCode);
        return reply.code(failure.status).send({ messages: sent, error: name, message: reason ?? failure.says, retry: failure.retry });
      }
      if (origin !== undefined) allowOrigin(reply, origin);
      await during(request, converse(conversation, body.messages, arrival, state));
      return reply.code(statusOf(sent)).send({ messages: sent });
    });
  },
};

interface Arrival {
  length: number;
  receivedAt: number;
}

interface Shaped {
  handshake: unknown;
  messages: unknown[];
}

/** The handshake's own fields are judged, and answered, by the conversation. */
const isShaped = (body: unknown): body is Shaped =>
  typeof body === 'object' &&
  body !== null &&
  'messageType' in body &&
  body.messageType === 'sightline-collect' &&
  'handshake' in body &&
  'messages' in body &&
  Array.isArray(body.messages);

/** A line whose messages are collected for the answer. */
function paper(): { line: Line; sent: object[]; state: { ended: boolean } } {
  const sent: object[] = [];
  const state = { ended: false };
  const end = () => {
    state.ended = true;
  };
  return { line: { send: (message) => void sent.push(message), close: end, drop: end, answersAll: true }, sent, state };
}

/** The length of one message is not known here; that of all is an upper bound. */
const frameOf = (value: unknown, { length, receivedAt }: Arrival) => ({ value, text: '', length, receivedAt });

async function converse(
  conversation: Conversation,
  messages: readonly unknown[],
  arrival: Arrival,
  state: { ended: boolean },
): Promise<void> {
  const pending: Promise<void>[] = [];
  for (const message of messages) {
    if (state.ended) break;
    const { done, blocks } = conversation.receive(frameOf(message, arrival));
    if (blocks) await done;
    else pending.push(done);
  }
  await Promise.all(pending);
}

const failureOf = (message: object | undefined): FailureMessage | undefined =>
  message !== undefined && 'failureDetails' in message ? (message as FailureMessage) : undefined;

const failureNamed = (code: number) =>
  Object.entries(FAILURES).find(([, failure]) => failure.code === code) ?? (['serverFailed', FAILURES.serverFailed] as const);

/** A sender that reads no more than the status must not forget what has to be sent again. */
function statusOf(sent: readonly object[]): number {
  const failed = sent.map(failureOf).find((failure) => failure?.failureDetails.retry === true);
  return failed === undefined ? 200 : failureNamed(failed.failureDetails.failureCode)[1].status;
}
