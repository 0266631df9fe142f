import { expect, test } from 'vitest';
import type { LogUI } from '../src/facades/logui/log-ui.ts';
import type { LogUIConfig } from '../src/facades/logui/logui-config.ts';
import { ask, loguiStage, ofType } from './logui-stage.ts';

const logui = loguiStage();

test('sourcers answer values, empty ones included, and say what they could not do', async () => {
  const page = await logui.track(
    {
      click: {
        selector: '#inner',
        event: 'click',
        metadata: [
          ask('elementAttribute', 'data-rank'),
          ask('elementAttribute', 'data-none'),
          ask('elementProperty', 'dataset.rank'),
          ask('elementProperty', 'scrollTop'),
          ask('elementProperty', 'parentNode'),
          ask('elementProperty', 'value', { onElement: '#query' }),
          ask('elementProperty', 'value', { onElement: '#nowhere' }),
          ask('closestAttribute', 'data-part'),
          ask('dataset', 'productId'),
          ask('localStorage', 'kept'),
          ask('sessionStorage', 'none'),
          ask('cookie', 'seen'),
          ask('cookie', 'secret'),
          ask('urlParameter', 'q'),
          ask('metaTag', 'study'),
          ask('vueComponentState', 'x'),
          ask('svelteComponentState', 'x'),
          { nameForLog: 'first', sourcer: 'elementAttribute', lookFor: 'data-none' },
          { nameForLog: 'first', sourcer: 'elementAttribute', lookFor: 'data-rank' },
        ],
      },
    },
    { logUIConfiguration: { cookies: ['seen'] } as unknown as LogUIConfig['logUIConfiguration'] },
  );
  await page.evaluate(() => {
    localStorage.setItem('kept', '');
    document.cookie = 'seen=a%20b';
    document.cookie = 'secret=1';
    history.replaceState(null, '', '?q=shoes');
  });
  await page.click('#inner');
  const [event] = await logui.interactions(page);
  expect(event?.metadata).toEqual(
    [
      { name: 'elementAttribute data-rank', value: '3' },
      { name: 'elementAttribute data-none', value: null },
      { name: 'elementProperty dataset.rank', value: '3' },
      { name: 'elementProperty scrollTop', value: 0 },
      { name: 'elementProperty parentNode', value: '[element]' },
      { name: 'elementProperty value', value: null, problem: 'no element matches #nowhere' },
      { name: 'closestAttribute data-part', value: 'list' },
      { name: 'dataset productId', value: 'p1' },
      { name: 'localStorage kept', value: '' },
      { name: 'sessionStorage none', value: null },
      { name: 'cookie seen', value: 'a b' },
      { name: 'cookie secret', value: null, problem: 'cookie: "secret" is not among the allowed cookies' },
      { name: 'urlParameter q', value: 'shoes' },
      { name: 'metaTag study', value: 'S1' },
      { name: 'vueComponentState x', value: null, problem: 'vue: no Vue component around the element' },
      {
        name: 'svelteComponentState x',
        value: null,
        problem: 'svelte: only custom elements can be asked for their props, and none around the element has this one',
      },
      { name: 'first', value: '3' },
    ].map((entry) => (entry.name === 'elementProperty value' ? { name: entry.name, value: 'hello' } : entry)),
  );
});

test('handlers and sourcers of the page’s own work at run time, and one that throws costs no other event', async () => {
  const page = await logui.visit();
  await page.evaluate(
    async (config) => {
      const LogUI = window.LogUI as LogUI;
      let count = 0;
      LogUI.registerHandler('threeClicks', {
        browserEvents: ['click'],
        init: () => (count = 0),
        logUIEventCallback(element, event, group) {
          count += 1;
          if (count === 2) throw new Error('on purpose');
          return count === 3 && { type: 'threeClicks', name: group.name, on: element.id, by: event.type };
        },
      });
      LogUI.registerSourcer('shout', { getObject: (element, request) => ({ name: request.nameForLog, value: `${element.id}!` }) });
      LogUI.registerSourcer('broken', () => {
        throw new Error('no value today');
      });
      await LogUI.init(config);
    },
    logui.configOf({
      three: {
        selector: '#button',
        event: 'threeClicks',
        name: 'THREE',
        metadata: [
          { nameForLog: 'shout', sourcer: 'shout', lookFor: 'x' },
          { nameForLog: 'broken', sourcer: 'broken', lookFor: 'x' },
        ],
      },
    }),
  );
  for (let click = 0; click < 3; click += 1) await page.click('#button');
  const events = await logui.ends(page);
  expect(ofType(events, 'interactionEvent').map(({ eventName, details: given, metadata }) => ({ eventName, given, metadata }))).toEqual([
    {
      eventName: 'threeClicks',
      given: { type: 'threeClicks', name: 'THREE', on: 'button', by: 'click' },
      metadata: [
        { name: 'shout', value: 'button!' },
        { name: 'broken', value: null, problem: 'no value today' },
      ],
    },
  ]);
  expect(logui.collector.named('trackerFailed').map((event) => event.details)).toEqual([{ message: 'Error: on purpose' }]);
});
