import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import type { RunningServer } from './server.ts';
import { MEASURED } from './patience.ts';

const SESSIONS = 12;

let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;

beforeAll(async () => {
  installation = await freshInstallation('measures');
  ({ server } = installation);
  ({ context, page: desk } = await installation.ownersDesk());
  await record();
});

afterAll(() => installation?.close());

/** Visits over the recording backend's calls: each has one click more than the one before. */
async function record() {
  const at = Date.now() - 120_000;
  for (let session = 0; session < SESSIONS; session += 1) {
    for (let event = 0; event <= session + 1; event += 1) {
      const data = {
        session_id: `visit-${String(session)}`,
        url: `https://shop.example.org/${session % 2 === 0 ? '' : 'list'}`,
        timestamp: new Date(at + session * 1_000 + event * 200).toISOString(),
        ...(event === 0 ? { type: 'pageView', details: {} } : { type: 'click', details: { path: '#buy', x: 5, y: 5 } }),
      };
      const answer = await context.request.post(`${server.url}/api/track`, { data });
      expect(answer.ok(), await answer.text()).toBe(true);
    }
  }
}

test('sessions that went quiet are measured, and shown across', async () => {
  await desk.goto(`${server.url}/measures?metric=clicks&by=entryPage&range=all`);
  await desk.getByRole('heading', { name: 'Clicks', exact: true }).waitFor();
  const table = desk.getByRole('region', { name: 'Values of the groups' });
  await expect.poll(() => table.getByRole('row').count(), MEASURED).toBe(3);
  await desk.getByRole('region', { name: 'Differences between groups' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);

  const plot = desk.getByRole('group', { name: /^Plot/ }).first();
  await plot.focus();
  await desk.keyboard.press('ArrowDown');
  await plot.getByText(/n 6, Median/).waitFor();
});

test('groups that have sessions in common are warned of, with how many', async () => {
  await desk.goto(`${server.url}/measures?metric=clicks&range=all&against=everything`);
  await desk.getByText(`${SESSIONS} sessions are in both groups (100 % of A: first filter, 100 % of B: second filter).`).waitFor();
  expect(await accessibilityFaults(desk)).toEqual([]);
});

test('a table for the paper of what was measured holds up to axe and fits any width', async () => {
  await desk.goto(`${server.url}/measures/table?metrics=clicks&by=entryPage&range=all`);
  await desk.getByRole('link', { name: 'Table for the paper', exact: true }).waitFor();
  await expect.poll(() => desk.locator('[aria-busy="true"]').count()).toBe(0);
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  for (const width of [390, 1024, 1440]) {
    await desk.setViewportSize({ width, height: 900 });
    expect.soft(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth), `overflow at ${width} px`).toBe(0);
  }
});

test('a filter is offered from the data, stands in the address, and comes back with it', async () => {
  await desk.goto(`${server.url}/measures?metric=clicks&range=all`);
  await desk.getByRole('button', { name: 'Filter', exact: true }).click();
  await desk.getByRole('button', { name: /^Saw page/ }).click();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^\/list/ }).click();
  await desk.getByRole('button', { name: /^Saw page \/list/ }).waitFor();
  expect(new URL(desk.url()).searchParams.get('page')).toBe('/list');
  await desk.reload();
  await desk.getByRole('button', { name: /^Saw page \/list/ }).waitFor();
  expect(installation.troubles).toEqual([]);
});
