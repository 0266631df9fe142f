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
  send<Answer>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<Answer>;
}

/** The way to one server. */
export function createCaller({ fetch, server = '', apiKey, reached = () => undefined }: CallerDeps): Caller {
  const call = async <Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> => {
    const response = await fetch(`${server}/api/v1${path}`, {
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
    const text = await response.text();
    const answer = parse(text);
    const answered = !GATEWAY_FAILURES.has(response.status) || isHttpError(answer);
    reached(answered);
    if (!answered) throw new Unreachable(`${method} /api/v1${path}: ${response.status} from a proxy in front of the server`);
    if (!response.ok) throw new Refused(response.status, refusalOf(response, answer));
    if (text !== '' && answer === undefined) throw new Refused(response.status, notJson(`${method} /api/v1${path}`, text));
    return answer as Answer;
  };
  return { get: (path, signal) => call('GET', path, undefined, signal), send: call };
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
