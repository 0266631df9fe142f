import { expect, test } from 'vitest';
import { arrives, profileStage, settled, tabsOf } from './profile-stage.ts';

const stage = profileStage();

test('a page view, clicks and custom events arrive, numbered and placed', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await page.click('li:nth-of-type(2) .row');
  await page.click('[data-testid=card] span');
  await page.click('shadow-box button');
  await page.evaluate(() => window.sightline?.track('bought', { price: 12, when: new Date(0), nothing: 0 }));
  await arrives(stage, 'bought', 1);
  expect(stage.collector.events().map(({ eventName }) => eventName)).toContain('started');
  expect(stage.collector.named('click').map(({ details }) => details?.path)).toEqual([
    '#one',
    'html > body > ul > li:nth-of-type(2) > button',
    '[data-testid="card"] > span',
    'html > body > shadow-box >>> button',
  ]);
  expect(stage.collector.named('bought')[0]?.details).toEqual({ price: 12, when: '1970-01-01T00:00:00.000Z', nothing: 0 });
  expect(stage.collector.named('pageView')[0]).toMatchObject({
    url: `${stage.collector.url()}/plain.html`,
    details: { title: 'Plain', cause: 'load' },
  });
  expect(tabsOf(stage.collector.events()).size).toBe(1);
});

test('with what a document was seen is told of each, however soon it is left, with the time of its beginning', async () => {
  // As in browsers of 2025, where the name of the time zone takes its time.
  await stage.context.addInitScript(() => Reflect.deleteProperty(window, 'Temporal'));
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/plain.html`);
  await page.waitForFunction(() => 'sightline' in window);
  await stage.visit('/other.html', page);
  await arrives(stage, 'started', 2);
  await arrives(stage, 'pageView', 2);
  const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  for (const started of stage.collector.named('started')) {
    expect(started.details).toMatchObject({ type: 'started', timeZone: zone, screenResolution: { width: expect.any(Number) } });
    const view = stage.collector.named('pageView').find(({ origin }) => origin === started.origin);
    expect(started.at).toBeLessThanOrEqual(view?.at ?? 0);
  }
});

test('a click right before a navigation arrives', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#away');
  await page.waitForURL('**/other.html');
  await settled(page);
  await arrives(stage, 'click', 1);
  await arrives(stage, 'pageLeft', 1);
  await arrives(stage, 'pageView', 2);
  expect(tabsOf(stage.collector.events()).size).toBe(1);
});

test('a click right before the tab is closed arrives', async () => {
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await page.close();
  await arrives(stage, 'click', 1);
  await arrives(stage, 'pageLeft', 1);
});

test('with storage blocked everything still arrives, and says that it was kept in memory', async () => {
  await stage.context.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await arrives(stage, 'click', 1);
  await arrives(stage, 'outboxChanged', 1);
  expect(stage.collector.named('outboxChanged')[0]?.details).toMatchObject({ storage: 'memory' });
});

test('without sockets everything arrives over HTTP', async () => {
  stage.collector.mood.sockets = 'refused';
  const page = await stage.visit('/plain.html');
  await page.click('#one');
  await arrives(stage, 'click', 1);
});

test('nothing of ours is seen by the host page, whatever it is given', async () => {
  const page = await stage.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await stage.visit('/plain.html', page);
  await page.evaluate(() => {
    const circular: Record<string, unknown> = { big: 12n, element: document.body, call: () => 1 };
    circular.self = circular;
    const tracker = window.sightline;
    tracker?.track('odd', circular);
    tracker?.track('', 1);
    tracker?.track('text', 'only text');
    tracker?.setApplicationSpecificData({ condition: 'c1', gone: null });
    tracker?.track('later');
    tracker?.stop();
    tracker?.track('after the end');
  });
  await arrives(stage, 'later', 1);
  expect(errors).toEqual([]);
  expect(stage.collector.named('odd')[0]?.details).toEqual({ big: '12', element: '[element]', call: '[function]', self: '[circular]' });
  expect(stage.collector.named('text')[0]?.details).toEqual({ value: 'only text' });
  expect(stage.collector.named('text')[0]?.applicationSpecificData).toBeUndefined();
  expect(stage.collector.named('later')[0]?.applicationSpecificData).toEqual({ condition: 'c1' });
  expect(stage.collector.named('after the end')).toEqual([]);
});
