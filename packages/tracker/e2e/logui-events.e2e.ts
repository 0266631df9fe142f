import { expect, test } from 'vitest';
import type { LogUI } from '../src/facades/logui/log-ui.ts';
import { detailsOf, loguiStage, ofType, QUIET } from './logui-stage.ts';

const logui = loguiStage();

test('status events and custom messages are LogUI’s, with the study’s fields by value', async () => {
  const page = await logui.track({});
  await page.evaluate(() => {
    const LogUI = window.LogUI as LogUI;
    LogUI.logCustomMessage({ name: 'MODAL_SHOW', id: 3 });
    const changes = { condition: { of: 'c2' } };
    LogUI.updateApplicationSpecificData(changes);
    changes.condition.of = 'changed later';
    LogUI.logCustomMessage({ anything: 0 });
    LogUI.deleteApplicationSpecificDataKey('userID');
    LogUI.logCustomMessage({ type: 'query' });
  });
  const events = (await logui.ends(page)).filter(({ eventName }) => eventName !== 'trackerReport');
  const agent = await page.evaluate(() => navigator.userAgent);
  expect(
    events.map(({ eventType, eventName, details: given, applicationSpecificData }) => [
      eventType,
      eventName,
      given,
      applicationSpecificData,
    ]),
  ).toEqual([
    [
      'statusEvent',
      'started',
      {
        type: 'started',
        browserAgentString: agent,
        screenResolution: { width: 900, height: 700, depth: 24 },
        viewportResolution: { width: 900, height: 700 },
      },
      { userID: 7 },
    ],
    ['customEvent', 'MODAL_SHOW', { name: 'MODAL_SHOW', id: 3 }, { userID: 7 }],
    ['statusEvent', 'applicationSpecificDataUpdated', { type: 'applicationSpecificDataUpdated' }, { userID: 7, condition: { of: 'c2' } }],
    ['customEvent', 'customEvent', { anything: 0 }, { userID: 7, condition: { of: 'c2' } }],
    ['statusEvent', 'applicationSpecificDataUpdated', { type: 'applicationSpecificDataUpdated' }, { condition: { of: 'c2' } }],
    ['customEvent', 'query', { type: 'query' }, { condition: { of: 'c2' } }],
    ['statusEvent', 'stopped', { type: 'stopped' }, { condition: { of: 'c2' } }],
  ]);
});

test('browser events are LogUI’s, in the order of its keys', async () => {
  const page = await logui.track({}, { browserEvents: { cursorUpdateFrequency: 50 } });
  await page.mouse.move(50, 50);
  await page.waitForTimeout(400);
  await page.click('#button', { button: 'right' });
  await page.evaluate(() => {
    window.dispatchEvent(new FocusEvent('blur'));
    history.pushState(null, '', '/logui.html?b');
  });
  await page.setViewportSize({ width: 901, height: 650 });
  await page.waitForTimeout(500);
  const events = ofType(await logui.ends(page), 'browserEvent');
  const moves = events.filter(({ eventName }) => eventName === 'cursorTracking');
  expect(JSON.stringify(moves.find((move) => move.details?.clientX === 50)?.details)).toMatch(
    /^{"clientX":50,"clientY":50,"screenX":\d+,"screenY":\d+,"pageX":50,"pageY":50,"pageHadFocus":true,"type":"cursorTracking","trackingType":"positionUpdate"}$/,
  );
  // At rest for eight times the rate, and told once.
  expect(moves.filter((move) => move.details?.clientX === 50)).toHaveLength(1);
  const others = events.filter(({ eventName }) => eventName !== 'cursorTracking');
  expect(others.map((event) => JSON.stringify(event.details))).toEqual([
    '{"type":"contextMenuFired"}',
    '{"type":"viewportFocusChange","hasFocus":false}',
    `{"type":"URLChange","previousURL":"${logui.collector.url()}/logui.html","newURL":"${logui.collector.url()}/logui.html?b"}`,
    '{"type":"viewportResize","viewportWidth":901,"viewportHeight":650,"stringRepr":"901x650"}',
  ]);
});

test('our own browser events are there when asked for', async () => {
  const names = [
    'visibility',
    'pageScroll',
    'pageZoom',
    'pageTitle',
    'clipboard',
    'errors',
    'networkFailures',
    'webVitals',
    'declaredEvents',
  ];
  const page = await logui.track({}, { browserEvents: { ...QUIET, ...Object.fromEntries(names.map((name) => [name, true])) } });
  await page.evaluate(async () => {
    document.title = 'Another';
    window.scrollTo(0, 700);
    const button = document.querySelector('#button') as HTMLElement;
    button.dataset.sightlineEvent = 'add to cart';
    button.setAttribute('data-sightline-event-price', '12');
    await fetch('/nothing.html?secret=1');
    const request = new XMLHttpRequest();
    request.open('GET', '/nothing.html?secret=2');
    request.send();
    document.body.append(Object.assign(document.createElement('img'), { src: '/nothing.png?secret=3' }));
    setTimeout(() => {
      throw new Error('uncaught, on purpose');
    });
    void Promise.reject(new Error('unheard, on purpose'));
  });
  await page.waitForTimeout(500);
  await page.focus('#query');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await page.click('#button');
  await page.waitForTimeout(300);
  const events = await logui.ends(page);
  const told = (name: string) => detailsOf(events.filter(({ eventName }) => eventName === name));
  expect(told('titleChange')).toEqual([{ type: 'titleChange', previousTitle: 'LogUI', title: 'Another' }]);
  expect(told('pageScroll')[0]).toMatchObject({ scrollX: 0, scrollY: 700, fromY: 0 });
  expect(told('clipboard')).toEqual([{ type: 'clipboard', action: 'copy', path: '#query' }]);
  expect(told('add to cart')).toEqual([{ price: '12', path: '#button' }]);
  expect(told('networkFailure').map((given) => [given?.kind, given?.url, given?.status])).toEqual(
    expect.arrayContaining([
      ['fetch', `${logui.collector.url()}/nothing.html`, 404],
      ['xhr', `${logui.collector.url()}/nothing.html`, 404],
      ['resource', `${logui.collector.url()}/nothing.png`, 0],
    ]),
  );
  expect(told('pageError').map((given) => [given?.kind, given?.message])).toEqual(
    expect.arrayContaining([
      // Chromium says that it is uncaught, Firefox what it is.
      ['error', expect.stringMatching(/^(?:Uncaught )?Error: uncaught, on purpose$/)],
      ['rejection', 'Error: unheard, on purpose'],
    ]),
  );
  expect(told('webVital').map((given) => given?.name)).toContain('TTFB');
  logui.expectThrown('on purpose');
});
