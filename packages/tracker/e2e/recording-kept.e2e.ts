import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually, recordedVisits, settled } from './recorded-visits.ts';

const { collector, context, profile, reopen, visit, recorded, snapshots, away, back } = recordedVisits();

test('chunks count on over a navigation, in one tab', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.click('#add');
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await page.goto(`${collector().url()}/recorded.html`);
  await eventually(() => expect(snapshots()).toHaveLength(2));
  expect(collector().recordings.tabs()).toHaveLength(1);
  expect(recorded()).toContain('Item 0');
});

test('a return from the back/forward cache counts on after what the tab recorded in between', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate((url) => location.assign(url), `${collector().url()}/virtual-list.html`);
  await page.waitForURL('**/virtual-list.html');
  await settled(page);
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await page.evaluate(() => document.querySelector('#app')?.append('In between.'));
  await eventually(() => expect(recorded()).toContain('In between.'));
  await page.goBack();
  await eventually(() => expect(snapshots()).toHaveLength(3));
  await page.click('#add');
  await eventually(() => expect(recorded()).toContain('Item 0'));
  expect(collector().recordings.tabs()).toHaveLength(1);
});

test('what was recorded while the server was away arrives when it is back', async () => {
  away();
  const page = await visit();
  await page.click('#add');
  await page.waitForTimeout(1_000);
  await page.reload();
  await settled(page);
  await page.click('#add');
  await page.waitForTimeout(1_000);
  expect(collector().recordings.chunks()).toEqual([]);
  back();
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await eventually(() => expect(recorded().match(/Item 0/g)).toHaveLength(2));
});

test('the last change before the page is closed arrives', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    document.querySelector('#text')?.append(' The last word.');
  });
  await page.close();
  await visit('/other.html');
  await eventually(() => expect(recorded()).toContain('The last word.'));
});

test('another session has another tab id, whose chunks begin at 0 with a full snapshot', async () => {
  const page = await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    const later = Date.now.bind(Date);
    Date.now = () => later() + 31 * 60_000;
  });
  await page.click('#add');
  await eventually(() => expect(collector().recordings.tabs()).toHaveLength(2));
  await eventually(() => expect(snapshots()).toHaveLength(2));
  expect(snapshots().map(({ sequence }) => sequence)).toEqual([0, 0]);
  expect(
    new Set(
      collector()
        .recordings.chunks()
        .map(({ session }) => session),
    ).size,
  ).toBe(2);
});

test('the browser is killed; the next start sends what was kept', async () => {
  away();
  const page = await visit();
  await page.evaluate(() => setInterval(() => (document.title = String(Date.now())), 50));
  await page.evaluate(() => {
    setInterval(() => document.querySelector('#text')?.setAttribute('data-now', String(Date.now())), 50);
  });
  await page.waitForTimeout(3_000);
  const [root] = execFileSync('pgrep', ['-f', '-o', profile()]).toString().trim().split('\n');
  const killedAt = Date.now();
  process.kill(Number(root), 'SIGKILL');
  await context()
    .close()
    .catch(() => undefined);
  back();
  rmSync(join(profile(), 'SingletonLock'), { force: true });
  await reopen();
  await visit('/other.html');
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await eventually(() => {
    const last = Math.max(
      ...collector()
        .recordings.chunks()
        .map(({ until }) => until),
    );
    // A second on a machine that has nothing else to do; `recording-cost` measures it.
    expect(killedAt - last).toBeLessThan(5_000);
  });
});
