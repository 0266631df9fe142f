import type { Page } from './page.ts';

/** A request that came to nothing. */
export interface FailedRequest {
  kind: 'fetch' | 'xhr' | 'resource';
  method: string;
  url: string;
  /** The HTTP status; 0 where there was no answer. */
  status: number;
  durationMs?: number;
}

/** The tracker's own requests are its own business: to report that one failed would take another. */
const OWN = /\/v1\/collect$/;

/** Tells of every request of the page that fails; what the page gets from its calls stays the same. */
export function watchRequests({ window, on, guard, monotonic }: Page, failed: (request: FailedRequest) => void): () => void {
  const tell = guard((request: FailedRequest) => {
    if (!OWN.test(request.url)) failed(request);
  });

  const { fetch } = window;
  const watchedFetch: typeof fetch = function (this: unknown, input, init) {
    const startedAt = monotonic();
    const answer = fetch.call(window, input, init);
    const outcome = (status: number) => {
      const given = typeof input === 'object' && 'url' in input ? input : { url: String(input), method: 'GET' };
      tell({
        kind: 'fetch',
        method: init?.method ?? given.method,
        url: given.url,
        status,
        durationMs: Math.round(monotonic() - startedAt),
      });
    };
    answer.then(
      ({ ok, status, type }) => ok || type === 'opaque' || type === 'opaqueredirect' || outcome(status),
      // A request that the page gave up itself did not fail.
      (error: unknown) => (error instanceof Error && error.name === 'AbortError') || outcome(0),
    );
    return answer;
  };
  window.fetch = watchedFetch;

  const { prototype } = window.XMLHttpRequest;
  const { open } = prototype;
  const watchedOpen = function (this: XMLHttpRequest, ...given: unknown[]) {
    const [method, url] = given;
    let startedAt = monotonic();
    let aborted = false;
    this.addEventListener('loadstart', () => (startedAt = monotonic()), { once: true });
    this.addEventListener('abort', () => (aborted = true), { once: true });
    this.addEventListener(
      'loadend',
      () => {
        const { status } = this;
        if (aborted || (status > 0 && status < 400)) return;
        tell({ kind: 'xhr', method: String(method), url: String(url), status, durationMs: Math.round(monotonic() - startedAt) });
      },
      { once: true },
    );
    return Reflect.apply(open, this, given);
  } as typeof open;
  prototype.open = watchedOpen;

  on('error', ({ target }) => {
    const { src, href } = target as Partial<HTMLImageElement & HTMLLinkElement>;
    const url = src || href;
    if (target !== window && typeof url === 'string') tell({ kind: 'resource', method: 'GET', url, status: 0 });
  });

  return () => {
    // Where another script has wrapped ours meanwhile it stays, and is silent.
    if (window.fetch === watchedFetch) window.fetch = fetch;
    if (prototype.open === watchedOpen) prototype.open = open;
  };
}
