import type { Page } from './page.ts';
import { post, TEXT } from './post.ts';

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
  /** UTF-8 bytes that were handed over so far. */
  bytesSent(): number;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const ANSWER_WITHIN_MS = 20_000;
/** A long text on a slow line takes its time. */
const SLOWEST_CHARACTERS_PER_MS = 10;

/** The page's own network, with calls that need no leave of another origin (`text/plain`, no cookies). */
export function createNetwork({ window, guard }: Pick<Page, 'window' | 'guard'>): Network {
  let bytes = 0;
  const count = (text: string) => {
    bytes += BEYOND_ASCII.test(text) ? new TextEncoder().encode(text).length : text.length;
    return text;
  };
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
        send: (text) => socket.send(count(text)),
        close() {
          over.abort();
          socket.close();
        },
      };
    },
    async post(url, text, type = TEXT) {
      const answer = await post(window, url, count(text), {
        signal: window.AbortSignal.timeout(ANSWER_WITHIN_MS + text.length / SLOWEST_CHARACTERS_PER_MS),
        type,
      });
      const seconds = Number(answer.headers.get('retry-after'));
      return { status: answer.status, text: await answer.text(), retryAfterMs: seconds * 1_000 || undefined };
    },
    bytesSent: () => bytes,
  };
}
