import { createOutbox, type Payload } from './outbox.ts';
import { handshake } from './socket-visitor.ts';
import { breathe, think, type Visitor } from './visitor.ts';

/** A native client over `POST /v1/collect`: everything unacknowledged goes along with the next request. */
export function collectVisitor({ url, token }: { url: () => string; token: string }): Visitor {
  const outbox = createOutbox();
  const refused: string[] = [];

  async function post(messages: Payload[]): Promise<void> {
    const body = JSON.stringify({ messageType: 'sightline-collect', handshake: handshake(outbox.session, outbox.tab, token), messages });
    const headers = { 'content-type': 'text/plain', origin: 'http://localhost' };
    const response = await fetch(`${url()}/v1/collect`, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) return void refused.push(`/v1/collect answered ${response.status}: ${text}`);
    const [, ...answers] = (JSON.parse(text) as { messages: { messageType: string; batch?: string }[] }).messages;
    answers.forEach(outbox.hear);
  }

  async function tryPost(messages: Payload[]): Promise<void> {
    // A server that is killed breaks the request: the payloads stay in the outbox.
    await post(messages).catch(() => breathe());
  }

  return {
    async send(signal) {
      while (!signal.aborted) {
        await tryPost([...outbox.again(), outbox.next()]);
        await think();
      }
    },
    async settle() {
      while (!outbox.isEmpty()) await tryPost(outbox.again());
    },
    acknowledged: outbox.acknowledged,
    refused: () => [...refused, ...outbox.refused()],
  };
}
