import { expect, test, vi } from 'vitest';
import { profileStage, settled } from './profile-stage.ts';
import { SOON } from './soon.ts';

const stage = profileStage();
const eventually = (check: () => void) => vi.waitFor(check, SOON);

test('chunks count on over a navigation, in one tab', async () => {
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await page.click('#add');
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await page.goto(`${stage.collector.url()}/recorded.html`);
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(2));
  expect(stage.collector.recordings.tabs()).toHaveLength(1);
  expect(stage.collector.recordings.text()).toContain('Item 0');
});

test('a return from the back/forward cache counts on after what the tab recorded in between', async () => {
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await page.evaluate((url) => location.assign(url), `${stage.collector.url()}/virtual-list.html`);
  await page.waitForURL('**/virtual-list.html');
  await settled(page);
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(2));
  await page.evaluate(() => document.querySelector('#app')?.append('In between.'));
  await eventually(() => expect(stage.collector.recordings.text()).toContain('In between.'));
  await page.goBack();
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(3));
  await page.click('#add');
  await eventually(() => expect(stage.collector.recordings.text()).toContain('Item 0'));
  expect(stage.collector.recordings.tabs()).toHaveLength(1);
});

test('what was recorded while the server was away arrives when it is back', async () => {
  stage.away();
  const page = await stage.visit('/recorded.html');
  await page.click('#add');
  await page.waitForTimeout(1_000);
  await page.reload();
  await settled(page);
  await page.click('#add');
  await page.waitForTimeout(1_000);
  expect(stage.collector.recordings.chunks()).toEqual([]);
  stage.back();
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(2));
  await eventually(() => expect(stage.collector.recordings.text().match(/Item 0/g)).toHaveLength(2));
});

test('the last change before the page is closed arrives', async () => {
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    document.querySelector('#text')?.append(' The last word.');
  });
  await page.close();
  await stage.visit('/other.html');
  await eventually(() => expect(stage.collector.recordings.text()).toContain('The last word.'));
});

test('nothing is recorded before the visitor agrees to it, and nothing after they do not any more', async () => {
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/recorded-consent.html`);
  await page.waitForFunction(() => window.sightline !== undefined);
  await page.evaluate(() => window.sightline?.grant('interaction'));
  await page.click('#one');
  await eventually(() => expect(stage.collector.named('click')).toHaveLength(1));
  await page.waitForTimeout(1_500);
  expect(stage.collector.recordings.chunks()).toEqual([]);
  await page.evaluate(() => window.sightline?.grant('recording'));
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await page.evaluate(() => window.sightline?.revoke('recording'));
  await page.evaluate(() => document.querySelector('#text')?.append(' After it.'));
  await eventually(() => expect(stage.collector.named('recordingChanged').map(({ details }) => details?.state)).toEqual(['stopped']));
  await page.click('#one');
  await eventually(() => expect(stage.collector.named('click')).toHaveLength(2));
  expect(stage.collector.recordings.text()).not.toContain('After it.');
});

test('another session has another tab id, whose chunks begin at 0 with a full snapshot', async () => {
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await page.evaluate(() => {
    const later = Date.now.bind(Date);
    Date.now = () => later() + 31 * 60_000;
  });
  await page.click('#add');
  await eventually(() => expect(stage.collector.recordings.tabs()).toHaveLength(2));
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(2));
  expect(stage.collector.recordings.snapshots().map(({ sequence }) => sequence)).toEqual([0, 0]);
  expect(new Set(stage.collector.recordings.chunks().map(({ session }) => session)).size).toBe(2);
});

test('the browser is killed; the next start sends what was kept', async () => {
  stage.away();
  const page = await stage.visit('/recorded.html');
  await page.evaluate(() => setInterval(() => (document.title = String(Date.now())), 50));
  await page.evaluate(() => {
    setInterval(() => document.querySelector('#text')?.setAttribute('data-now', String(Date.now())), 50);
  });
  await page.waitForTimeout(3_000);
  const killedAt = Date.now();
  stage.kill();
  await stage.reopen();
  stage.back();
  await stage.visit('/other.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  await eventually(() => {
    const last = Math.max(...stage.collector.recordings.chunks().map(({ until }) => until));
    // A second on a machine that has nothing else to do; `recording-cost` measures it.
    expect(killedAt - last).toBeLessThan(5_000);
  });
});
