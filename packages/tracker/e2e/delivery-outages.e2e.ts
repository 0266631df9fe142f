import { expect, test, vi } from 'vitest';
import { arrives, profileStage, settled, tabsOf } from './profile-stage.ts';

const stage = profileStage();

test('what was recorded while the server was away survives a reload and arrives when it is back', async () => {
  stage.away();
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await page.reload();
  await settled(page);
  await page.click('#one');
  await page.goto(`${stage.collector.url()}/other.html`);
  await settled(page);
  await page.click('#one');
  expect(stage.collector.events()).toEqual([]);
  stage.back();
  await arrives(stage, 'click', 3);
  await arrives(stage, 'pageView', 3);
  expect(tabsOf(stage.collector.events()).size).toBe(1);
});

test('offline, then online', async () => {
  const page = await stage.visit('/plain.html');
  await arrives(stage, 'pageView', 1);
  await stage.context.setOffline(true);
  stage.collector.cutSockets();
  for (let click = 0; click < 20; click += 1) await page.click('#one');
  await stage.context.setOffline(false);
  await arrives(stage, 'click', 20);
});

test('what a connection swallowed is sent again, once', async () => {
  stage.collector.mood.acknowledges = false;
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await arrives(stage, 'click', 1);
  stage.collector.mood.acknowledges = true;
  stage.collector.cutSockets();
  await vi.waitFor(() => expect(stage.collector.repeats().twice).toBeGreaterThan(0), { timeout: 30_000 });
});

test('the whole browser is killed; the next start sends what was kept, under another tab id', async () => {
  stage.away();
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await page.waitForTimeout(800);
  stage.kill();
  await stage.reopen();
  stage.back();
  await stage.visit('/plain.html');
  await arrives(stage, 'click', 1);
  await arrives(stage, 'pageView', 2);
  expect(tabsOf(stage.collector.events()).size).toBe(2);
});
