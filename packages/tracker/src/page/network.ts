import type { Listening } from './listening.ts';

/** An open socket that carries texts. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketListener {
  opened(): void;
  received(text: string): void;
  /** However it ended, unless we closed it. */
  lost(): void;
}

/** What the server answered, as far as it is needed. */
export interface Answer {
  status: number;
  text: string;
  retryAfterMs: number | undefined;
}

/** The ways to a server that a page has. */
export interface Network {
  /** Throws where the page’s policy forbids sockets. */
  socket(url: string, listener: SocketListener): Socket;
  /** Rejects where no answer came in time. */
  post(url: string, text: string, type?: string): Promise<Answer>;
  /** Hands a text over as the page goes. */
  leave(url: string, text: string): void;
}

/** Needs no leave of another origin. */
const TEXT = 'text/plain';
const ANSWER_WITHIN_MS = 20_000;

/** The page's own network, with calls that need no leave of another origin (`text/plain`, no cookies). */
export function createNetwork(window: Window & typeof globalThis, { guard }: Pick<Listening, 'guard'>): Network {
  const request = (url: string, body: string, more: RequestInit) =>
    window.fetch(url, { method: 'POST', body, headers: { 'content-type': TEXT }, credentials: 'omit', ...more });
  return {
    socket(url, { opened, received, lost }) {
      const socket = new window.WebSocket(url);
      const over = new AbortController();
      const { signal } = over;
      socket.addEventListener('open', guard(opened), { signal });
      socket.addEventListener(
        'message',
        guard(({ data }: MessageEvent) => received(data)),
        { signal },
      );
      socket.addEventListener('close', guard(lost), { signal });
      return {
        send: (text) => socket.send(text),
        close() {
          over.abort();
          socket.close();
        },
      };
    },
    async post(url, body, type = TEXT) {
      const answer = await request(url, body, { signal: window.AbortSignal.timeout(ANSWER_WITHIN_MS), headers: { 'content-type': type } });
      const seconds = Number(answer.headers.get('retry-after'));
      return { status: answer.status, text: await answer.text(), retryAfterMs: seconds * 1_000 || undefined };
    },
    leave(url, body) {
      request(url, body, { keepalive: true }).catch(() => {
        // Also where keepalive is not known; what did not arrive is in the outbox and is sent again.
        window.navigator.sendBeacon?.(url, body);
      });
    },
  };
}
