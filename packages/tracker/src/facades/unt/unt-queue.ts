import { createNetwork } from '../../page/network.ts';
import type { Page } from '../../page/page.ts';
import { backOff } from '../../delivery/back-off.ts';

/** A request that the server has not taken yet. */
interface Waiting {
  url: string;
  body: string;
}

const KEY = 'sightline-unt';
const AT_MOST = 500;

/** Sends requests in order, and keeps each until the server has taken it: over pages, and while it is away. */
export function createUntQueue(page: Page) {
  const { local, after, on, watch, warn } = page;
  const network = createNetwork(page);
  let busy = false;
  let failures = 0;
  let memory: Waiting[] = [];

  const read = (): Waiting[] => {
    try {
      const kept: unknown = JSON.parse(local.get(KEY) ?? '[]');
      return Array.isArray(kept) && kept.length > 0 ? kept : memory;
    } catch {
      // The page's own scripts may have written anything there.
      return memory;
    }
  };
  const write = (waiting: Waiting[]) => {
    if (waiting.length > AT_MOST) warn(`the oldest of ${waiting.length} requests to the UNT server is given up: ${waiting[0]?.url}`);
    const kept = waiting.slice(-AT_MOST);
    memory = local.set(KEY, JSON.stringify(kept)) ? [] : kept;
  };
  const send = async () => {
    for (let [first] = read(); first; [first] = read()) {
      const { url, body } = first;
      const answer = await network.post(url, body, 'application/json').catch(() => undefined);
      const status = answer?.status ?? 0;
      if (status === 0 || status === 429 || status >= 500) {
        after(backOff(failures, Math.random(), answer?.retryAfterMs), pump);
        failures += 1;
        return;
      }
      failures = 0;
      if (status >= 400) warn(`the UNT server refused ${url}: ${status} ${answer?.text}`);
      write(read().filter((waiting) => waiting.url !== url || waiting.body !== body));
    }
  };
  const pump = () => {
    if (busy) return;
    busy = true;
    watch(send().finally(() => (busy = false)));
  };
  on('online', pump);

  return {
    add(request: Waiting) {
      write([...read(), request]);
      pump();
    },
  };
}
