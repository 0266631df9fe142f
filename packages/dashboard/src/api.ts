import type {
  Application,
  Applications,
  EventPage,
  Flight,
  FlightChange,
  FlightHealth,
  HttpError,
  Me,
  NewApplication,
  NewFlight,
  SessionDetail,
  SessionPage,
  SessionQuery,
  SetupRequest,
  SignInRequest,
} from '@sightline/protocol';

/** The server answered, and said no. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: HttpError;

  constructor(status: number, refusal: HttpError) {
    super(refusal.message);
    this.name = 'Refused';
    this.status = status;
    this.refusal = refusal;
  }
}

/** No answer came from the server: it is down, or the way to it is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export type Api = ReturnType<typeof createApi>;

/** Everything the console asks of the server, typed by the protocol. `reached` hears of every call whether an answer came. */
export function createApi({ fetch, reached }: { fetch: typeof globalThis.fetch; reached: (answered: boolean) => void }) {
  const call = async <Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> => {
    const response = await fetch(`/api/v1${path}`, {
      method,
      credentials: 'same-origin',
      headers: method === 'GET' ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      ...(signal ? { signal } : {}),
    }).catch((cause: unknown) => {
      // Our own cancelling says nothing about the server.
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
  const get = <Answer>(path: string, signal?: AbortSignal) => call<Answer>('GET', path, undefined, signal);
  const id = encodeURIComponent;

  return {
    me: (signal?: AbortSignal) => get<Me>('/me', signal),
    setup: (request: SetupRequest) => call<unknown>('POST', '/setup', request),
    signIn: (request: SignInRequest) => call<unknown>('POST', '/sign-in', request),
    signOut: () => call<unknown>('POST', '/sign-out'),
    applications: (signal?: AbortSignal) => get<Applications>('/applications', signal),
    createApplication: (request: NewApplication) => call<Application>('POST', '/applications', request),
    createFlight: (application: string, request: NewFlight) => call<Flight>('POST', `/applications/${id(application)}/flights`, request),
    changeFlight: (flight: string, change: FlightChange) => call<Flight>('PATCH', `/flights/${id(flight)}`, change),
    createToken: (flight: string) => call<Flight>('POST', `/flights/${id(flight)}/tokens`),
    revokeToken: (flight: string, token: string) => call<Flight>('DELETE', `/flights/${id(flight)}/tokens/${id(token)}`),
    health: (flight: string, signal?: AbortSignal) => get<FlightHealth>(`/flights/${id(flight)}/health`, signal),
    sessions: (query: SessionQuery, signal?: AbortSignal) => get<SessionPage>(`/sessions?${parameters(query)}`, signal),
    session: (session: string, signal?: AbortSignal) => get<SessionDetail>(`/sessions/${id(session)}`, signal),
    events: (session: string, page: { after?: string; limit: number }, signal?: AbortSignal) =>
      get<EventPage>(`/sessions/${id(session)}/events?${parameters(page)}`, signal),
  };
}

/** What a proxy answers when the server behind it does not; our server's own refusals carry an HttpError. */
const GATEWAY_FAILURES = new Set([502, 503, 504]);

function parameters(query: Record<string, unknown>): URLSearchParams {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}

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
