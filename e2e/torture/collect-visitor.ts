import { createOutbox, type Payload } from './outbox.ts';
import { handshake } from './socket-visitor.ts';
import { breathe, type Visitor } from './visitor.ts';

/** A native client over `POST /v1/collect`: everything unacknowledged goes along with the next request. */
export function collectVisitor({ url, token }: { url: () => string; token: string }): Visitor {
  const outbox = createOutbox();

  async function post(messages: Payload[]): Promise<void> {
    const body = JSON.stringify({ messageType: 'sightline-collect', handshake: handshake(outbox.session, outbox.tab, token), messages });
    const headers = { 'content-type': 'text/plain', origin: 'http://localhost' };
    const response = await fetch(`${url()}/v1/collect`, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`/v1/collect answered ${response.status}: ${text}`);
    for (const answer of (JSON.parse(text) as { messages: { messageType: string; batch?: string }[] }).messages) {
      if (answer.messageType === 'logui-events-saved' && answer.batch) outbox.acknowledge(answer.batch);
    }
  }

  async function tryPost(messages: Payload[]): Promise<void> {
    // A server that is killed breaks the request: the payloads stay in the outbox.
    await post(messages).catch(() => breathe());
  }

  return {
    async send(signal) {
      while (!signal.aborted) await tryPost([...outbox.again(), outbox.next()]);
    },
    async settle() {
      while (!outbox.isEmpty()) await tryPost(outbox.again());
    },
    acknowledged: outbox.acknowledged,
    sent: outbox.sent,
  };
}
