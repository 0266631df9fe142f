/// <reference lib="dom" />
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { freePort, sightline, startServer } from '../server.ts';
import { openBadNetwork } from './bad-network.ts';
import { openBrowser, type Browser } from './browser.ts';
import { openSite } from './site.ts';

declare global {
  interface Window {
    sightline?: { track(name: string, details: object): void };
  }
}

/** Everything that has to happen to what pages record. */
export type Stage = Awaited<ReturnType<typeof createStage>>;

/** A plain client makes a request for each event; for one in so many, lest the machine does nothing else. */
export const PLAIN_EVERY = 10;
const LOOK_EVERY_MS = 250;

/** A real server behind a bad network, a site that wears the tracker, and browsers that visit it. */
export async function createStage() {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-delivery-'));
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const start = () => startServer({ dataDir, port, env: { SIGHTLINE_RATE_LIMIT: '0' } });
  let server = await start();
  const token = (await sightline(dataDir, ['token', '--flight', 'default'])).trim();
  const network = await openBadNetwork(port);
  const site = await openSite({ endpoint: network.url, token });
  const browsers = new Map<string, Promise<Browser>>();
  const accepted = new Set<string>();
  const uncertain = new Set<string>();
  const plain = new Set<string>();
  let count = 0;

  /** One, however many ask for it at once. */
  const browser = (profile: string): Promise<Browser> => {
    const running = browsers.get(profile) ?? openBrowser(join(folder, profile));
    browsers.set(profile, running);
    return running;
  };

  return {
    network,
    site,
    /** What the outbox took: has to arrive. */
    accepted,
    /** What was recorded right before a kill: may arrive. */
    uncertain,
    /** What a plain client sent in the same places. */
    plain,
    async open(profile: string, path = '/') {
      const { context } = await browser(profile);
      const page = await context.newPage();
      await page.goto(site.url + path);
      return page;
    },
    context: async (profile: string) => (await browser(profile)).context,
    /** Records events on the page, and sends one in ten with a plain client beside. */
    async burst(page: Page, events: number, into: Set<string> = accepted) {
      const from = count;
      count += events;
      await page.evaluate(
        ({ first, after, every, url }) => {
          for (let id = first; id < after; id += 1) {
            window.sightline?.track('torture', { id });
            if (id % every > 0) continue;
            const event = { session_id: 'plain', timestamp: new Date().toISOString(), type: 'plain', url: location.href, details: { id } };
            // As such clients do: whatever becomes of it.
            fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) }).catch(() => {});
          }
        },
        { first: from, after: count, every: PLAIN_EVERY, url: `${network.url}api/track` },
      );
      for (let id = from; id < count; id += 1) {
        into.add(String(id));
        if (id % PLAIN_EVERY === 0 && into === accepted) plain.add(String(id));
      }
    },
    async killBrowser(profile: string) {
      await (await browsers.get(profile))?.kill();
      browsers.delete(profile);
    },
    async killServer(meanwhile: () => Promise<void>) {
      await server.kill();
      await meanwhile();
      server = await start();
    },
    /** What is stored, once nothing more that has to arrive is missing or the time is up. */
    async settle(withinMs: number) {
      for (const until = Date.now() + withinMs; ;) {
        const stored = await storedIn(dataDir);
        if (Date.now() > until || [...accepted].every((id) => stored.torture.has(id))) return stored;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },
    verify: async () => JSON.parse(await sightline(dataDir, ['verify'])) as { ok: boolean; incomplete: unknown[] },
    async close() {
      for (const running of browsers.values()) await (await running).kill();
      await site.close();
      await network.close();
      await server.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

interface Exported {
  session: string;
  tab: string;
  sequence: number;
  name: string;
  details: { id?: number; reason?: string };
}

async function storedIn(dataDir: string) {
  const text = await sightline(dataDir, ['export', '--flight', 'default', '--format', 'jsonl', '--out', '-']);
  const torture = new Map<string, number>();
  const plain = new Map<string, number>();
  const places = new Set<string>();
  const told: string[] = [];
  let doubledPlaces = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const { session, tab, sequence, name, details }: Exported = JSON.parse(line);
    const place = `${session} ${tab} ${sequence}`;
    if (places.has(place)) doubledPlaces += 1;
    places.add(place);
    if (name === 'outboxChanged') told.push(String(details.reason));
    const ids = name === 'torture' ? torture : name === 'plain' ? plain : undefined;
    ids?.set(String(details.id), (ids.get(String(details.id)) ?? 0) + 1);
  }
  return { torture, plain, told, events: places.size, doubledPlaces };
}
