import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { madeVisits } from '../five-million.ts';
import { slowestInteraction, watchInteractions } from '../interactions.ts';
import { largeServer } from '../large-server.ts';
import type { Line, Trial } from '../trial.ts';

const ROUNDS = 3;
const BAR = '≤ 200 ms';
const ROWS_WITHIN_MS = 60_000;

type Doing = [what: string, act: (page: Page) => Promise<void>];

async function rows(page: Page): Promise<void> {
  const first = page.locator('[role="grid"][aria-busy="false"] [role="row"] a').first();
  await first.waitFor({ timeout: ROWS_WITHIN_MS }).catch((cause: unknown) => {
    throw new Error(`expected rows at ${page.url()} within ${ROWS_WITHIN_MS} ms, found none`, { cause });
  });
}

const sortBy = (name: string) => (page: Page) => page.getByRole('columnheader', { name }).getByRole('button').click();
const press =
  (key: string, times = 1) =>
  async (page: Page) => {
    for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
  };

/** What somebody does who looks for a session, in the order in which they do it. */
const DOINGS: Doing[] = [
  ['sort by clicks', sortBy('Clicks')],
  ['sort by active time', sortBy('Active')],
  ['back to the newest', sortBy('Started')],
  [
    'scroll with the wheel',
    async (page) => {
      await page.getByRole('grid').hover();
      for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 800);
    },
  ],
  [
    'page through with the keyboard',
    async (page) => {
      await page.getByRole('grid').focus();
      await press('PageDown', 10)(page);
    },
  ],
  ['to the last row', press('End')],
  ['to the first row', press('Home')],
  ['type a search', (page) => page.getByRole('searchbox').first().pressSequentially('P0012')],
  [
    'clear the search',
    async (page) => {
      await page.getByRole('searchbox').first().press('Control+a');
      await page.keyboard.press('Delete');
    },
  ],
  ['open the filters', (page) => page.getByRole('button', { name: 'Filter', exact: true }).click()],
  ['close them', press('Escape')],
  ['open the palette', press('Control+k')],
  ['type in it', (page) => page.keyboard.type('session')],
  ['close it', press('Escape')],
  ['open a session', (page) => page.getByRole('grid', { name: 'Sessions' }).getByRole('link').first().click()],
];

/** How long the console takes to answer a hand, with a hundred thousand sessions in the flight. */
export const consoleTrial: Trial = {
  name: 'console',
  conditions: `100,000 sessions of one flight (bench/visits.ts), the console in headless Chromium at 1440×900, server, engine and browser on the same machine; interaction to next paint by Event Timing, the worst interaction of each doing, ${ROUNDS} rounds`,
  async run() {
    const server = await largeServer(copiedVisits);
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const pairs = server.cookie.split('; ').map((pair) => pair.split('=', 2));
      await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: server.url })));
      await watchInteractions(context);
      const page = await context.newPage();
      const taken = new Map<string, number[]>();
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.goto(`${server.url}/sessions?range=all&flight=${server.flight}`);
        await rows(page);
        for (const [what, act] of DOINGS) {
          const ms = await slowestInteraction(page, () => act(page));
          taken.set(what, [...(taken.get(what) ?? []), ms]);
          if (what !== 'open a session') await rows(page);
        }
      }
      const lines = [...taken].map(([what, times]): Line => ({ what, value: told(times), bar: BAR }));
      const all = [...taken.values()].flat();
      return [...lines, { what: 'the worst of all', value: `${Math.max(...all)} ms`, bar: BAR }];
    } finally {
      await browser.close();
      await server.stop();
      rmSync(COPY, { recursive: true, force: true });
    }
  },
};

const told = (times: number[]) => times.map((ms) => (ms === 0 ? '< 16' : String(Math.round(ms)))).join(', ') + ' ms';

const KEPT = join(BENCH_DIRECTORY, 'visits-100000');
const COPY = `${KEPT}-console`;

/** The visits in a directory that may be written to. */
async function copiedVisits() {
  const given = process.env.SIGHTLINE_BENCH_VISITS;
  const childScript = fileURLToPath(new URL('../../packages/server/dist/engine/child.js', import.meta.url));
  const visits = { sessions: 100_000, days: 42, until: Date.now(), childScript };
  if (given === undefined && !existsSync(KEPT)) await madeVisits({ dataDir: KEPT, ...visits });
  rmSync(COPY, { recursive: true, force: true });
  cpSync(given ?? KEPT, COPY, { recursive: true });
  const { flight } = await madeVisits({ dataDir: COPY, ...visits });
  return { dataDir: COPY, flight };
}
