import { expect, test, vi } from 'vitest';
import { appScript } from './app-script.ts';
import { goOn, momentOf, replayStage, type Moment } from './replay-stage.ts';

const stage = replayStage();
const { visit, compare } = stage;

test('forms, shadow roots, frames, moved nodes, rules put in by scripts', async () => {
  const page = await visit('/parts.html');
  const moments = [await momentOf(page)];
  for (let turn = 0; turn < 4; turn += 1) {
    await page.evaluate('act()');
    await page.waitForTimeout(1_000);
    moments.push(await momentOf(page));
  }
  await page.fill('#name', 'Grace Hopper');
  await page.check('#agree');
  await page.check('#one');
  await page.waitForTimeout(200);
  moments.push(await momentOf(page));
  await goOn(page);
  await compare(moments);
});

test('ten thousand nodes that keep changing', async () => {
  const page = await visit('/large.html');
  const moments: Moment[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await page.waitForTimeout(600);
    await page.evaluate('hold = true');
    // On a slow machine the recorder gathers changes for up to two seconds.
    await page.waitForTimeout(2_200);
    moments.push(await momentOf(page));
    await page.evaluate('hold = false');
  }
  await goOn(page);
  await compare(moments);
});

test('a virtual list of React', async () => {
  const app = await appScript('virtual-list');
  const page = await visit('/virtual-list.html');
  await page.addScriptTag({ content: app });
  const moments: Moment[] = [];
  for (const top of [0, 4_000, 180_000, 20]) {
    await page.evaluate((to) => document.querySelector('#scroller')?.scrollTo(0, to), top);
    await page.waitForTimeout(500);
    moments.push(await momentOf(page));
  }
  await goOn(page);
  await compare(moments);
});

test('the example shop, page after page in one tab', async () => {
  const page = await visit('/shop/index.html');
  const moments = [await momentOf(page)];
  await page.click('[data-testid=see-all]');
  await page.waitForURL('**/products.html');
  await page.waitForLoadState('networkidle');
  const snapshots = () => stage.collector.recordings.chunks().filter(({ snapshot }) => snapshot);
  await vi.waitFor(() => expect(snapshots()).toHaveLength(2), { timeout: 30_000 });
  moments.push(await momentOf(page));
  await goOn(page);
  expect(stage.collector.recordings.tabs()).toHaveLength(1);
  await compare(moments);
});

test('LogUI’s test page', async () => {
  const page = await visit('/logui-test/index.html');
  const moments = [await momentOf(page)];
  for (const button of await page.locator('button:visible').all()) await button.click({ timeout: 1_000 }).catch(() => undefined);
  await page.waitForTimeout(400);
  moments.push(await momentOf(page));
  await goOn(page);
  await compare(moments);
});
