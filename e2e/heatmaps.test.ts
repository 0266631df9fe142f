import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import type { RunningServer } from './server.ts';
import { SOON } from './patience.ts';

const CHIPS = '#main > section > div:nth-of-type(2) > button:nth-of-type(';

let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;
let get: Desk['get'];
let flight: string;
let recordings = 0;

beforeAll(async () => {
  installation = await freshInstallation('heatmaps');
  ({ server } = installation);
  const owner = await installation.ownersDesk();
  ({ context, page: desk, get } = owner);
  flight = await owner.flight();
  await record();
  await visit({ width: 1280, height: 800 });
  await visit({ width: 700, height: 900 });
});

afterAll(() => installation?.close());

/** Lets the flight record what visitors see, and where their cursor is. */
async function record() {
  const { versions } = await get<{ versions: { version: number; settings: { recording: object } }[] }>(`/flights/${flight}/settings`);
  const [newest] = versions;
  const settings = {
    ...newest?.settings,
    events: ['trackCursor', 'pageScroll'],
    recording: { ...newest?.settings.recording, enabled: true },
  };
  const answer = await context.request.put(`${server.url}/api/v1/flights/${flight}/settings`, {
    data: { settings, version: newest?.version },
    headers: { origin: server.url },
  });
  if (!answer.ok()) throw new Error(`settings: ${answer.status()} ${await answer.text()}`);
}

/** Somebody looks for vases twice and for bowls once, on a window of some size. */
async function visit(viewport: { width: number; height: number }) {
  const visitor = await installation.browser.newContext({ viewport });
  const page = await visitor.newPage();
  await page.goto(`${server.url}/shop/products.html`);
  // The recorder is a script of its own: what is done before it is there is not recorded. A page on which nothing happens is known to be recorded
  // half a minute later; so somebody moves the pointer meanwhile.
  const before = recordings;
  await vi.waitFor(async () => {
    await page.mouse.move(Math.random() * 300, 5);
    recordings = (await get<{ views: object[] }>(`/heatmaps/backgrounds?flight=${flight}&path=/shop/products.html`)).views.length;
    expect(recordings).toBeGreaterThan(before);
  }, SOON);
  for (const name of ['Vases', 'Vases', 'Bowls']) {
    await page.getByRole('button', { name }).click();
    await page.waitForTimeout(400);
  }
  await page.waitForTimeout(2_000);
  await visitor.close();
}

test('clicks of windows of two sizes lie on the elements that were hit, on the recorded page', async () => {
  const asked = `/heatmaps/points?flight=${flight}&path=/shop/products.html&kind=click`;
  await vi.waitFor(async () => expect((await get<{ amount: number }>(asked)).amount).toBe(6), SOON);
  const map = await get<{ views: number; elements: { path: string; amount: number; loose: number }[] }>(asked);
  expect(map.views).toBe(2);
  expect(map.elements.map(({ path, amount, loose }) => [path, amount, loose])).toEqual([
    [`${CHIPS}2)`, 4, 0],
    [`${CHIPS}3)`, 2, 0],
  ]);

  await desk.goto(`${server.url}/heatmaps?path=/shop/products.html`);
  const vases = desk.getByRole('button', { name: /^Vases/ });
  await vases.waitFor({ timeout: 60_000 });
  await desk.getByText('2 sessions, 2 page views · 6 clicks').waitFor();
  await vases.click();
  expect(desk.url()).toContain('element=');

  // Style sheets that the recorder keeps once, as assets, are put back: without them elements stand elsewhere.
  const rules = await desk.evaluate(() =>
    [...(document.querySelector('iframe')?.contentDocument?.styleSheets ?? [])].reduce((sum, sheet) => sum + sheet.cssRules.length, 0),
  );
  expect(rules).toBeGreaterThan(50);

  // The hottest place of the map is inside the button that most clicks were on.
  const inside = await desk.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const frame = document.querySelector('iframe');
    const button = [...(frame?.contentDocument?.querySelectorAll('button') ?? [])].find((one) => one.textContent === 'Vases');
    const box = button?.getBoundingClientRect();
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    if (!canvas || !box || !data) return 'no map';
    let hottest = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at + 3] ?? 0) * (data[at + 1] ?? 0) > (data[hottest + 3] ?? 0) * (data[hottest + 1] ?? 0)) hottest = at;
    const x = ((hottest / 4) % canvas.width) * 4;
    const y = Math.floor(hottest / 4 / canvas.width) * 4;
    return x >= box.left - 4 && x <= box.right + 4 && y >= box.top - 4 && y <= box.bottom + 4
      ? 'inside'
      : `${x},${y} is not in ${JSON.stringify(box)}`;
  });
  expect(inside).toBe('inside');
});

test('an area made by a selector is measured in the sessions from before', async () => {
  await desk.getByRole('button', { name: 'Areas' }).click();
  await desk.getByPlaceholder('CSS selector, such as .price').fill('.tools');
  await desk.getByRole('button', { name: 'Add area' }).click();
  await desk.getByRole('cell', { name: '100 %' }).waitFor();
  const { rows } = await get<{ rows: object[] }>(`/areas/measures?flight=${flight}&path=/shop/products.html`);
  expect(rows).toMatchObject([{ name: '.tools', version: 1, sessions: 2, clicks: 6, sessionsClicked: 2 }]);
  expect(await accessibilityFaults(desk)).toEqual([]);
});

test('an area is drawn with keys, renamed, removed and taken back', async () => {
  await desk.getByRole('button', { name: 'Draw' }).click();
  for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight', 'Alt+ArrowUp', 'Enter']) await desk.keyboard.press(key);
  await desk.getByPlaceholder('A rectangle was drawn').waitFor();
  await desk.getByLabel('Name', { exact: true }).fill('Middle');
  await desk.getByRole('button', { name: 'Add area' }).click();
  await desk.getByRole('button', { name: 'Change the area Middle' }).click();
  await desk.getByLabel('Change the area Middle').getByLabel('Name', { exact: true }).fill('Centre');
  await desk.getByRole('button', { name: 'Save as v2' }).click();
  await desk.getByRole('button', { name: 'Remove the area Centre' }).click();
  await desk.getByText('Centre was removed.').waitFor();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await desk.getByRole('button', { name: 'Change the area Centre' }).waitFor();
  const { areas } = await get<{ areas: { name: string; version: number; versions: object[]; shape: { selector: string | null } }[] }>(
    `/flights/${flight}/areas`,
  );
  expect(areas[1]).toMatchObject({
    name: 'Centre',
    version: 2,
    versions: [{ name: 'Middle' }, { name: 'Centre' }],
    shape: { selector: null },
  });
  await desk.getByRole('button', { name: 'As a table' }).click();
  await desk.getByRole('columnheader', { name: 'First click' }).waitFor();
  await desk.keyboard.press('Escape');
  expect(await accessibilityFaults(desk)).toEqual([]);
});

test('a rule tells what it would have logged, with what the page said at that moment', async () => {
  await desk.goto(`${server.url}/rules`);
  await desk.getByLabel('CSS selector').fill('.chip');
  await desk.getByLabel('Name of the events').fill('FILTER');
  await desk.getByRole('button', { name: 'Add and apply' }).click();
  await desk.getByText('2 of 2 sessions').waitFor();
  await desk.getByText('6 events').waitFor();
  // A button under the pointer has another colour, which is the theme's.
  await desk.mouse.move(0, 0);
  expect(await accessibilityFaults(desk)).toEqual([]);
  expect(installation.troubles).toEqual([]);
});
