import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { makeOwner } from './owner.ts';
import { freePort, sightline, startServer, type RunningServer } from './server.ts';
import { SOON } from './patience.ts';

/** A browser profile of somebody's own, and a page in it. */
export interface Desk {
  context: BrowserContext;
  page: Page;
  /** What the query API answers whoever sits here. */
  get<Answer>(path: string): Promise<Answer>;
  /** Id of the flight that is there from the start. */
  flight(): Promise<string>;
}

export type FreshInstallation = Awaited<ReturnType<typeof freshInstallation>>;

/** A server that nobody has used yet, and a browser in front of it: what most suites begin with. */
export async function freshInstallation(name: string, env?: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), `sightline-${name}-`));
  const server: RunningServer = await startServer({ dataDir, port: await freePort(), ...(env ? { env } : {}) });
  const browser: Browser = await launchBrowser();
  const troubles: string[] = [];

  const desk = async (options: BrowserContextOptions = {}): Promise<Desk> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(SOON.timeout);
    const page = await context.newPage();
    page.on('pageerror', (error) => troubles.push(`${page.url()}: ${String(error)}`));
    const get = async <Answer>(path: string) => (await (await context.request.get(`${server.url}/api/v1${path}`)).json()) as Answer;
    const flight = async () => {
      const { applications } = await get<{ applications: { flights: { id: string }[] }[] }>('/applications');
      const [first] = applications.flatMap(({ flights }) => flights);
      if (!first) throw new Error('expected the default flight, found no flight');
      return first.id;
    };
    return { context, page, get, flight };
  };

  return {
    server,
    dataDir,
    browser,
    /** What the pages of desks threw. */
    troubles,
    desk,
    /** The desk of who made the owner's account and is signed in. */
    async ownersDesk(options?: BrowserContextOptions): Promise<Desk> {
      const made = await desk(options);
      await makeOwner(server, made.context.request);
      return made;
    },
    /** What lets a page into the flight that is there from the start. */
    token: async () => (await sightline(dataDir, ['token', '--flight', 'default'])).trim(),
    async close(): Promise<void> {
      await browser.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
