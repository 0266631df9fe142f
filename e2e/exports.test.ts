import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { sightline, type RunningServer } from './server.ts';

const SESSIONS = 5;

let installation: FreshInstallation;
let server: RunningServer;
let desk: Page;

beforeAll(async () => {
  installation = await freshInstallation('exports');
  ({ server } = installation);
  const headers = { 'content-type': 'application/json' };
  for (let session = 0; session < SESSIONS; session += 1) {
    for (const type of ['pageView', 'click', 'click']) {
      const details = { path: 'main > a', x: 1, y: 2 };
      const happened = { session_id: `visit-${session}`, timestamp: new Date().toISOString(), type, url: 'https://example.org/', details };
      const answer = await fetch(`${server.url}/api/track`, { method: 'POST', headers, body: JSON.stringify(happened) });
      if (!answer.ok) throw new Error(`an event was answered ${answer.status}: ${await answer.text()}`);
    }
  }
  ({ page: desk } = await installation.ownersDesk());
});

afterAll(() => installation?.close());

test('an export is chosen by keyboard, made in the background, checked, downloaded and deleted', async () => {
  await desk.goto(`${server.url}/exports?range=all`);
  await desk.getByText('No export yet').waitFor();
  await desk.getByText(`${SESSIONS} sessions, ${SESSIONS * 3} events`).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);

  await desk.getByRole('radio', { name: /^CSV/ }).focus();
  await desk.keyboard.press('ArrowRight');
  await desk.waitForURL(/format=parquet/);
  await desk.keyboard.press('ArrowLeft');
  await desk.getByRole('checkbox', { name: 'metrics_long' }).press('Space');
  await desk.waitForURL(/tables=/);
  await desk.reload();
  expect(await desk.getByRole('checkbox', { name: 'metrics_long' }).isChecked()).toBe(false);

  await desk.getByRole('button', { name: 'Start export' }).press('Enter');
  const download = desk.getByRole('link', { name: /^Download CSV/ });
  await download.waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  const [file] = await Promise.all([desk.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toBe('sightline-default-csv.zip');
  const path = await file.path();
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  expect(await desk.locator(`[title="${sha256}"]`).count()).toBe(1);
  const listed = execFileSync('/usr/bin/env', ['python3', '-m', 'zipfile', '-l', path], { encoding: 'utf8' });
  for (const name of ['sessions.csv', 'events.csv', 'codebook.json', 'manifest.json', 'load.py', 'load.R']) expect(listed).toContain(name);
  expect(listed).not.toContain('metrics_long.csv');

  // A download that broke off goes on.
  const href = (await download.getAttribute('href')) ?? '';
  const rest = await desk.request.get(`${server.url}${href}`, { headers: { range: 'bytes=100-' } });
  expect(rest.status()).toBe(206);
  expect((await rest.body()).equals(readFileSync(path).subarray(100))).toBe(true);

  await desk.getByRole('button', { name: /^Delete CSV/ }).click();
  await desk.getByRole('button', { name: 'Delete for good?' }).click();
  await desk.getByText('No export yet').waitFor();
  expect((await desk.request.get(`${server.url}${href}`)).status()).toBe(404);
});

test('what one installation exports, another imports, each event once', async () => {
  const { dataDir } = installation;
  const file = join(dataDir, 'events.jsonl');
  await sightline(dataDir, ['export', '--flight', 'default', '--out', file]);
  const other = mkdtempSync(join(tmpdir(), 'sightline-import-'));
  const again = join(other, 'again.jsonl');
  try {
    for (let times = 0; times < 2; times += 1) {
      const said = await sightline(other, ['import', '--flight', 'default', file]);
      expect(said).toBe(`Read ${SESSIONS * 3} events of ${SESSIONS} sessions; all of them are stored in default, each once.\n`);
    }
    await sightline(other, ['export', '--flight', 'default', '--out', again]);
    const told = (path: string) =>
      readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => ({ ...(JSON.parse(line) as object), application: '', flight: '' }));
    expect(told(again)).toEqual(told(file));
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});
