import type { Answer, Network } from '../page/network.ts';
import { collectText } from '../outbox/collect-text.ts';
import type { Transport } from './transport.ts';

/** Messages one by one over HTTP, for networks that let no socket through. */
export function httpTransport(network: Network, url: string): Transport {
  return {
    name: 'http',
    connect(handshake, { received, lost }) {
      let open = true;
      const post = async (messages: string[]) => {
        const answer = await network.post(url, collectText(handshake, messages)).catch(() => undefined);
        if (!open) return;
        const read = answer && readAnswer(answer);
        if (!read) {
          open = false;
          lost(answer?.retryAfterMs);
          return;
        }
        // The handshake is answered each time; only the first answer is news.
        for (const message of messages.length ? read.slice(read.length > messages.length ? 1 : 0) : read) received(message);
      };
      void post([]);
      return {
        send: (message) => void post([message]),
        close: () => (open = false),
      };
    },
  };
}

/** The server's messages; undefined where the answer is none of ours or asks to come again. */
function readAnswer({ status, text }: Answer): unknown[] | undefined {
  try {
    const body: { messages?: unknown; retry?: boolean; message?: string } = JSON.parse(text);
    if (Array.isArray(body.messages)) return body.messages;
    if (status >= 400 && status < 500 && body.retry === false) {
      const failureDetails = { failureCode: 100, terminateConnection: true, retry: false, reason: body.message };
      return [{ messageType: 'logui-handshake-failure', failureDetails }];
    }
  } catch {
    // A proxy's page instead of our server's answer.
  }
  return undefined;
}
