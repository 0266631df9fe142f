import { expect, test } from 'vitest';
import { arrives, profileStage, sessionsOf, settled, tabsOf } from './profile-stage.ts';

const stage = profileStage();

test('a reload keeps tab and session, and the numbers go on', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await page.reload();
  await page.waitForFunction(() => 'sightline' in window);
  await page.click('#one');
  await arrives(stage, 'click', 2);
  await arrives(stage, 'pageLeft', 1);
  expect(tabsOf(stage.collector.events()).size).toBe(1);
  expect(sessionsOf(stage.collector.events()).size).toBe(1);
  expect(new Set(stage.collector.named('click').map(({ pageView }) => pageView)).size).toBe(2);
});

test('a tab that died while the server was away is taken up by another', async () => {
  stage.away();
  const dying = await stage.visit('/plain.html');
  const other = await stage.visit('/plain.html');
  await dying.click('#one');
  await dying.close();
  stage.back();
  await other.bringToFront();
  await other.reload();
  await arrives(stage, 'click', 1);
  await arrives(stage, 'pageView', 3);
});

test('a duplicated tab and a popup get ids of their own', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  const [popup] = await Promise.all([stage.context.waitForEvent('page'), page.evaluate(() => void window.open('/plain.html'))]);
  await popup.waitForFunction(() => 'sightline' in window);
  await popup.click('#one');
  await page.click('#one');
  await arrives(stage, 'click', 3);
  expect(tabsOf(stage.collector.events()).size).toBe(2);
  expect(sessionsOf(stage.collector.events()).size).toBe(1);
});

test('two tabs at once share the session and keep their own numbers', async () => {
  const [one, two] = await Promise.all([stage.visit('/plain.html'), stage.visit('/plain.html')]);
  for (let click = 0; click < 10; click += 1) await Promise.all([one.click('#one'), two.click('#one')]);
  await arrives(stage, 'click', 20);
  expect(tabsOf(stage.collector.events()).size).toBe(2);
  expect(sessionsOf(stage.collector.events()).size).toBe(1);
});

test('routes of a single-page application are page views', async () => {
  const page = await stage.visit('/plain.html');
  await arrives(stage, 'pageView', 1);
  await page.evaluate(() => {
    history.pushState(null, '', '/plain.html?route=2');
    document.title = 'Second';
  });
  await page.click('#one');
  await arrives(stage, 'pageView', 2);
  await arrives(stage, 'click', 1);
  const [, second] = stage.collector.named('pageView');
  expect(second?.details).toMatchObject({ cause: 'route', title: 'Second', url: `${stage.collector.url()}/plain.html?route=2` });
  expect(stage.collector.named('click')[0]?.pageView).toBe(second?.pageView);
  expect(stage.collector.named('pageLeft')[0]?.details).toEqual({ cause: 'route' });
});

test('a return from the back/forward cache is a page view of the same tab', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await page.goBack();
  await page.click('#one');
  await arrives(stage, 'click', 2);
  await arrives(stage, 'pageView', 3);
  expect(tabsOf(stage.collector.events()).size).toBe(1);
});
