import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../../e2e/browser.ts';
import type { Unt } from '../src/facades/unt/create-unt.ts';
import { createCollector } from './collector.ts';
import { SOON } from './soon.ts';

declare global {
  interface Window extends Unt {
    server_addr: string;
  }
}

let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => (context = await browser.newContext()));
afterEach(() => context.close());

test('sightline.js watches what the script tag names, and says which name is not known', async () => {
  const collector = createCollector();
  await collector.listen();
  try {
    const page = await context.newPage();
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto(`${collector.url()}/sightline.html`, { waitUntil: 'networkidle' });
    await page.click('input');
    await page.click('button');
    await page.evaluate(() => window.scrollTo(0, 500));
    await vi.waitFor(() => expect(collector.named('pageScroll')).toHaveLength(1), SOON);
    const declared = collector.events().filter(({ eventType }) => eventType === 'customEvent');
    expect(declared.map(({ eventName, details }) => [eventName, details?.kind])).toEqual([
      ['filter', undefined],
      ['go', undefined],
      ['search', 'site'],
    ]);
    expect(warnings).toEqual([expect.stringContaining('data-events: visibilty is not known; did you mean visibility?')]);
    expect(collector.wrong).toEqual([]);
  } finally {
    await collector.close();
  }
});

/** A UNT server: takes accesses and addresses, unless it is away. */
function untServer() {
  const taken: { path: string; body: Record<string, unknown> }[] = [];
  const mood = { away: false, loses: false };
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (request.method === 'GET') {
      const script = path === '/unt.js';
      const file = fileURLToPath(new URL(script ? '../dist/scripts/unt.js' : 'pages/unt.html', import.meta.url));
      return response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' }).end(readFileSync(file));
    }
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      if (mood.away) return response.writeHead(503).end();
      taken.push({ path, body: JSON.parse(text) });
      if (mood.loses) return response.destroy();
      return response.writeHead(200, { 'content-type': 'application/json' }).end('{"message": "success"}');
    });
  });
  return {
    taken,
    mood,
    listen: () => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)),
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close().closeAllConnections(),
  };
}

test('UNT sends an access for each page and route, and the address, with the user it knows', async () => {
  const server = untServer();
  await server.listen();
  try {
    const page = await context.newPage();
    await page.goto(`${server.url()}/one?x=1`);
    await vi.waitFor(() => expect(server.taken).toHaveLength(1), SOON);
    const user = await page.evaluate(() => window.getUserUUID());
    expect(server.taken[0]).toEqual({
      path: `/user/${user}/track`,
      body: {
        title: 'UNT',
        url: `${server.url()}/one?x=1`,
        datetime: expect.any(Number),
        visit: { session: expect.any(String), tab: expect.any(String), sequence: 0 },
      },
    });
    expect(await page.evaluate(() => [localStorage.getItem('tracker-uuid'), window.server_addr])).toEqual([user, server.url()]);
    await page.evaluate(() => {
      history.pushState(null, '', '/route');
      document.title = 'Route';
    });
    await vi.waitFor(() => expect(server.taken).toHaveLength(2), SOON);
    expect(server.taken[1]?.body).toMatchObject({
      title: 'Route',
      url: `${server.url()}/route`,
      visit: { ...(server.taken[0]?.body.visit as object), sequence: 1 },
    });
    await page.evaluate(() => window.registerEmail());
    await vi.waitFor(() => expect(server.taken[2]).toEqual({ path: `/user/${user}/email`, body: { email: 'a@b.c' } }), SOON);
  } finally {
    server.close();
  }
});

test('what UNT could not send waits for the next page', async () => {
  const server = untServer();
  await server.listen();
  try {
    const page = await context.newPage();
    server.mood.away = true;
    await page.goto(`${server.url()}/one`);
    await page.evaluate(() => window.registerEmail());
    await page.waitForTimeout(200);
    server.mood.away = false;
    await page.goto(`${server.url()}/two`);
    // What the first page sent itself before it was left comes again as the same visit.
    const sent = () => [...new Set(server.taken.map(({ body }) => body.url ?? body.email))];
    await vi.waitFor(() => expect(sent()).toEqual([`${server.url()}/one`, 'a@b.c', `${server.url()}/two`]), SOON);
  } finally {
    server.close();
  }
});

test('a visit whose answer was lost is sent again as the same visit', async () => {
  const server = untServer();
  await server.listen();
  try {
    const page = await context.newPage();
    server.mood.loses = true;
    await page.goto(`${server.url()}/one`);
    await vi.waitFor(() => expect(server.taken.length).toBeGreaterThan(0), SOON);
    server.mood.loses = false;
    const lost = server.taken.length;
    await vi.waitFor(() => expect(server.taken.length).toBeGreaterThan(lost), SOON);
    const [first] = server.taken;
    for (const again of server.taken) expect(again).toEqual(first);
  } finally {
    server.close();
  }
});
