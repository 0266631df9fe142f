import type { HttpError } from '@sightline/protocol';
import { Refused } from './refused.ts';
import { Unreachable } from './unreachable.ts';

/** What a client speaks through. */
export interface CallerDeps {
  fetch: typeof globalThis.fetch;
  /** The server's address, such as `https://stats.example.org`; left out inside its own pages. */
  server?: string;
  /** An API key; a page of the console is known by its cookie instead. */
  apiKey?: string;
  /** Hears of every call whether an answer came. */
  reached?: (answered: boolean) => void;
}

/** Puts questions to `/api/v1` and reads the answers; throws `Refused` or `Unreachable`. */
export interface Caller {
  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer>;
  /** Lines of JSON, as they come, until the server ends its answer. */
  lines<Line>(path: string, signal?: AbortSignal): AsyncGenerator<Line, void>;
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<Answer>;
}

/** The way to one server. */
export function createCaller({ fetch, server = '', apiKey, reached = () => undefined }: CallerDeps): Caller {
  const put = async (method: string, path: string, { body, signal }: { body?: unknown; signal?: AbortSignal | undefined }) =>
    fetch(`${server}/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      // The caller's own cancelling says nothing about the server.
      if (signal?.aborted) throw cause;
      reached(false);
      throw new Unreachable(`${method} /api/v1${path}: no answer`, { cause });
    });

  const whole = async <Answer>(call: string, response: Response): Promise<Answer> => {
    const text = await response.text();
    const answer = parse(text);
    const answered = !GATEWAY_FAILURES.has(response.status) || isHttpError(answer);
    reached(answered);
    if (!answered) throw new Unreachable(`${call}: ${response.status} from a proxy in front of the server`);
    if (!response.ok) throw new Refused(response.status, refusalOf(response, answer));
    if (text !== '' && answer === undefined) throw new Refused(response.status, notJson(call, text));
    return answer as Answer;
  };

  const call = async <Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> =>
    whole(`${method} /api/v1${path}`, await put(method, path, { body, signal }));

  return {
    get: (path, signal) => call('GET', path, undefined, signal),
    send: call,
    async *lines<Line>(path: string, signal?: AbortSignal) {
      const response = await put('GET', path, { signal });
      if (!response.ok || !response.body) {
        await whole(`GET /api/v1${path}`, response);
        return;
      }
      reached(true);
      for await (const line of linesOf(response.body)) yield JSON.parse(line) as Line;
    },
  };
}

/** The lines of a body that say something. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  // A line may be large and come in many pieces: each piece is looked through once.
  let begun: string[] = [];
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const [first = '', ...further] = read.value.split('\n');
      begun.push(first);
      for (const next of further) {
        const line = begun.join('');
        if (line !== '') yield line;
        begun = [next];
      }
    }
  } finally {
    await reader.cancel();
  }
}

/** What a proxy answers when the server behind it does not; our server's own refusals carry an HttpError. */
const GATEWAY_FAILURES = new Set([502, 503, 504]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller tells an empty answer from a broken one.
    return undefined;
  }
}

function refusalOf(response: Response, answer: unknown): HttpError {
  if (isHttpError(answer)) return answer;
  return { error: 'unknown', message: `The server answered ${response.status} ${response.statusText}.`, retry: response.status >= 500 };
}

function isHttpError(answer: unknown): answer is HttpError {
  return typeof answer === 'object' && answer !== null && 'error' in answer && 'message' in answer && typeof answer.message === 'string';
}

function notJson(call: string, text: string): HttpError {
  return { error: 'notJson', message: `${call}: expected JSON, got "${text.slice(0, 40)}"`, retry: false };
}
