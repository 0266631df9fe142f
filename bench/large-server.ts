import { freePort, sightline, startServer } from '../e2e/server.ts';
import { fold, largeStore } from './large-store.ts';
import { cpuMs } from './process-tree.ts';
import { signIn } from './sign-in.ts';

const ROUNDS = 15;
const EMAIL = 'bench@example.org';

/** A server on the large store, or on another, and a console that is signed in to it. */
export async function largeServer(make: () => Promise<{ dataDir: string; flight: string }> = largeStore) {
  const { dataDir, flight } = await make();
  await fold(dataDir);
  const isKnown = (await sightline(dataDir, ['user', 'list'])).includes(EMAIL);
  const password = (await sightline(dataDir, ['user', ...(isKnown ? ['password'] : ['add', '--role', 'owner']), '--email', EMAIL])).trim();
  const server = await startServer({ dataDir, port: await freePort(), env: { SIGHTLINE_RATE_LIMIT: '0' } });
  const cookie = await signIn(server.url, { email: EMAIL, password });

  async function answer(path: string): Promise<number> {
    const from = performance.now();
    const response = await fetch(`${server.url}${path}`, { headers: { cookie } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
    return performance.now() - from;
  }

  return {
    flight,
    url: server.url,
    /** Who is signed in, for requests and browsers. */
    cookie,
    /** How long answers take to a request, the first left out, and what they cost the server and its engine together. */
    async times(path: string): Promise<string> {
      await answer(path);
      const before = cpuMs(server.pid);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) times.push(await answer(path));
      const cpu = (cpuMs(server.pid) - before) / ROUNDS;
      times.sort((a, b) => a - b);
      const at = (share: number) => Math.round(times[Math.floor(share * (ROUNDS - 1))] ?? 0);
      return `least ${at(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms; processor ${Math.round(cpu)} ms`;
    },
    /** Until all metrics of its sessions are measured. */
    async measured(): Promise<void> {
      const path = `${server.url}/api/v1/flights/${flight}/measuring`;
      await fetch(path, { method: 'POST', headers: { cookie, origin: server.url, 'content-type': 'application/json' }, body: '{}' });
      for (let state = 'waiting'; state === 'waiting' || state === 'running';) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        ({ state } = (await (await fetch(path, { headers: { cookie } })).json()) as { state: string });
      }
    },
    stop: () => server.stop(),
  };
}
