import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RecordingManifest, SessionPage } from '@sightline/protocol';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { visitedPage } from './player/visited-page.ts';
import type { RunningServer } from './server.ts';
import { SOON } from './patience.ts';

// One visitor with a dark system draws on a page; a reader with a light one looks at it, in the console and in a file.
const STEPS = [
  ['rgb(200, 30, 40)', 0],
  ['rgb(20, 140, 60)', 40],
  ['rgb(30, 60, 200)', 80],
] as const;
/** A picture twice a second, and its way through a worker. */
const TAKEN_MS = 1_500;

let installation: FreshInstallation;
let server: RunningServer;
let reader: BrowserContext;
let get: Desk['get'];
let flightId: Desk['flight'];
let session: string;
/** What stood on the canvas, and when. */
let drawn: { from: number; at: number; colours: number[][] }[];

beforeAll(async () => {
  installation = await freshInstallation('as-recorded');
  ({ server } = installation);
  ({ context: reader, get, flight: flightId } = await installation.ownersDesk({ colorScheme: 'light', reducedMotion: 'no-preference' }));
  const site = await visitedPage({ tracker: server.url, token: await installation.token() });
  drawn = await visit(site.url);
  await site.close();
  session = await storedSession();
});
afterAll(() => installation?.close());

/** The colours in the middle of each third of a picture. */
const COLOURS = `(picture) => {
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [120, 80];
  const drawing = copy.getContext('2d');
  drawing.drawImage(picture, 0, 0);
  return [20, 60, 100].map((x) => [...drawing.getImageData(x, 40, 1, 1).data.slice(0, 3)]);
}`;

async function visit(url: string) {
  const visitor = await installation.browser.newContext({
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    viewport: { width: 900, height: 600 },
  });
  const page = await visitor.newPage();
  await page.goto(url);
  await page.waitForTimeout(TAKEN_MS);
  const seen: typeof drawn = [];
  for (const [colour, x] of STEPS) {
    const from = await page.evaluate<number>(`(() => { const from = Date.now(); draw(${JSON.stringify(colour)}, ${x}); return from; })()`);
    await page.waitForTimeout(TAKEN_MS);
    seen.push(
      (await page.evaluate(
        `({ from: ${from}, at: Date.now(), colours: (${COLOURS})(document.getElementById('canvas')) })`,
      )) as (typeof drawn)[number],
    );
    await page.waitForTimeout(100);
  }
  await visitor.close();
  return seen;
}

async function storedSession(): Promise<string> {
  const flight = await flightId();
  return vi.waitFor(async () => {
    const { sessions } = await get<SessionPage>(`/sessions?flight=${flight}`);
    const { tabs } = await get<RecordingManifest>(`/sessions/${sessions[0]?.id}/recording`);
    expect(tabs[0]?.until).toBeGreaterThanOrEqual(drawn.at(-1)?.from ?? Infinity);
    return sessions[0]?.id ?? '';
  }, SOON);
}

const inFrame = <Value>(page: Page, expression: string) =>
  page.evaluate(`((inside) => ${expression})([...document.querySelectorAll('iframe')].at(-1).contentDocument)`) as Promise<Value>;
const styleOf = (page: Page) =>
  inFrame<string[]>(
    page,
    `[inside.defaultView.getComputedStyle(inside.body).backgroundColor, inside.defaultView.getComputedStyle(inside.querySelector('#both')).color,
      inside.defaultView.getComputedStyle(inside.querySelector('#still')).letterSpacing]`.replaceAll('\n', ' '),
  );
const AS_VISITED = ['rgb(17, 34, 51)', 'rgb(201, 202, 203)', '3px'];

test('a page looks as it did to its visitor, whatever the reader’s system prefers, and a canvas as it was at each moment', async () => {
  const { tabs } = await get<RecordingManifest>(`/sessions/${session}/recording`);
  const { session: facts } = await get<{ session: { startedAt: number } }>(`/sessions/${session}`);
  const from = Math.floor(Math.min(facts.startedAt, tabs[0]?.at ?? Infinity));
  const desk = await reader.newPage();
  for (const index of [2, 0, 1]) {
    const moment = drawn[index];
    const offsetMs = tabs[0]?.runs[0]?.offsetMs ?? 0;
    await desk.goto(`${server.url}/sessions/${session}?t=${Math.round((moment?.at ?? 0) + offsetMs - from)}`);
    await desk.getByRole('region', { name: 'Replay' }).and(desk.locator('[aria-busy="false"]')).waitFor();
    await expect.poll(() => styleOf(desk)).toEqual(AS_VISITED);
    const near = async () => {
      const shown = await inFrame<number[][]>(desk, `(${COLOURS})(inside.getElementById('canvas'))`);
      // Pictures are compressed: colours come back nearly as they were.
      return shown.flat().every((value, at) => Math.abs(value - (moment?.colours.flat()[at] ?? -99)) < 12);
    };
    await expect.poll(near).toBe(true);
  }
  await desk.close();
});

test('a replay file shows it so too, with the style sheet that travelled apart', async () => {
  const file = await reader.request.get(`${server.url}/api/v1/sessions/${session}/recording/file?format=replay`);
  const path = join(installation.dataDir, 'session.html');
  writeFileSync(path, await file.body());
  const page = await reader.newPage();
  await page.goto(pathToFileURL(path).href);
  await expect.poll(() => styleOf(page).catch(() => undefined)).toEqual(AS_VISITED);
  await page.close();
});
