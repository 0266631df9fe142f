import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LogUI } from '../src/facades/logui/create-log-ui.ts';
import type { LogUIConfig } from '../src/facades/logui/logui-config.ts';
import { appScript } from './app-script.ts';
import { createCollector, type Arrived, type Collector } from './collector.ts';

declare global {
  interface Window {
    LogUI?: LogUI;
    /** Calls that cross from the page to the test. */
    given?: unknown;
  }
}

const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const QUIET = { contextMenu: false, pageFocus: false, URLChanges: false, trackCursor: false, pageResize: false };

let browser: Browser;
let context: BrowserContext;
let collector: Collector;
let errors: string[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS.split(' ') });
});
afterAll(() => browser.close());

beforeEach(async () => {
  collector = createCollector();
  await collector.listen();
  context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  errors = [];
});
afterEach(async () => {
  await context.close();
  await collector.close();
  expect(errors).toEqual([]);
  expect(collector.wrong).toEqual([]);
  expect(collector.gaps()).toEqual([]);
});

const visit = async () => {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${collector.url()}/logui.html`);
  await page.mouse.move(880, 10);
  return page;
};
const configOf = (trackingConfiguration: LogUIConfig['trackingConfiguration'], more: Partial<LogUIConfig> = {}): LogUIConfig => ({
  logUIConfiguration: {
    endpoint: `${collector.url().replace('http', 'ws')}/ws/endpoint/`,
    authorisationToken: 'sl_test',
    ...more.logUIConfiguration,
  },
  applicationSpecificData: { userID: 7 },
  trackingConfiguration,
  browserEvents: more.browserEvents ?? QUIET,
});
const track = async (groups: LogUIConfig['trackingConfiguration'], more?: Partial<LogUIConfig>): Promise<Page> => {
  const page = await visit();
  await page.evaluate((config) => window.LogUI?.init(config), configOf(groups, more));
  return page;
};
const ends = async (page: Page): Promise<Arrived[]> => {
  await page.evaluate(() => window.LogUI?.stop());
  await vi.waitFor(() => expect(collector.named('stopped')).toHaveLength(1), { timeout: 20_000, interval: 30 });
  return collector.events();
};
const of = (events: Arrived[], type: string) => events.filter(({ eventType }) => eventType === type);
const details = (events: Arrived[]) => events.map((event) => event.details);
const ask = (sourcer: string, lookFor: string, more = {}) => ({ nameForLog: `${sourcer} ${lookFor}`, sourcer, lookFor, ...more });
const field = (nameForLog: string, lookFor: string) => ({ nameForLog, selector: `#${nameForLog}`, sourcer: 'elementProperty', lookFor });
const interactions = async (page: Page) => details(of(await ends(page), 'interactionEvent'));

test('status events and custom messages are LogUI’s, with the study’s fields by value', async () => {
  const page = await track({});
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
  const events = (await ends(page)).filter(({ eventName }) => eventName !== 'trackerReport');
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
  const page = await track({}, { browserEvents: { cursorUpdateFrequency: 50 } });
  await page.mouse.move(50, 50);
  await page.waitForTimeout(400);
  await page.click('#button', { button: 'right' });
  await page.evaluate(() => {
    window.dispatchEvent(new FocusEvent('blur'));
    history.pushState(null, '', '/logui.html?b');
  });
  await page.setViewportSize({ width: 901, height: 650 });
  await page.waitForTimeout(500);
  const events = of(await ends(page), 'browserEvent');
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
    `{"type":"URLChange","previousURL":"${collector.url()}/logui.html","newURL":"${collector.url()}/logui.html?b"}`,
    '{"type":"viewportResize","viewportWidth":901,"viewportHeight":650,"stringRepr":"901x650"}',
  ]);
});

test('a click logs at every tracked element around it, innermost first; a group may ask for the innermost alone', async () => {
  const page = await track({
    all: { selector: '.tracked', event: 'click', name: 'ALL', metadata: [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }] },
    page: { selector: 'body', event: 'click', name: 'PAGE', bubbling: 'innermost' },
  });
  await page.click('#inner');
  await page.click('#button');
  const events = of(await ends(page), 'interactionEvent');
  expect(events.map(({ details: given, metadata }) => [given, metadata])).toEqual([
    [{ type: 'click', name: 'ALL' }, [{ name: 'id', value: 'inner' }]],
    [{ type: 'click', name: 'ALL' }, [{ name: 'id', value: 'outer' }]],
    [{ type: 'click', name: 'PAGE' }, []],
  ]);
});

test('hovering enters from the outside in and leaves from the inside out', async () => {
  const metadata = [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }];
  const page = await track({
    hover: { selector: '.tracked', event: 'mouseHover', properties: { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } }, metadata },
  });
  await page.hover('#inner');
  await page.mouse.move(880, 10);
  const events = of(await ends(page), 'interactionEvent');
  expect(
    events.map((event) => `${String(event.details?.type)} ${String(event.details?.name)} ${String(event.metadata?.[0]?.value)}`),
  ).toEqual(['mouseenter IN outer', 'mouseenter IN inner', 'mouseleave OUT inner', 'mouseleave OUT outer']);
});

test('a mouse click is a press and a release on one element; a press that ended elsewhere is forgotten', async () => {
  const page = await track({
    click: { selector: '#button', event: 'mouseClick', properties: { primary: { name: 'L' }, secondary: { name: 'R' } } },
  });
  await page.click('#button');
  await page.click('#button', { button: 'right' });
  await page.click('#button', { button: 'middle' });
  await page.hover('#button');
  await page.mouse.down();
  await page.mouse.move(880, 10);
  await page.mouse.up();
  await page.mouse.down();
  await page.hover('#button');
  await page.mouse.up();
  const clicks = await interactions(page);
  expect(clicks.map((click) => JSON.stringify({ ...click, clickDuration: typeof click?.clickDuration }))).toEqual([
    '{"clickDuration":"number","type":"mouseClick","button":"primary","name":"L"}',
    '{"clickDuration":"number","type":"mouseClick","button":"secondary","name":"R"}',
  ]);
});

test('a form is submitted with its values, empty ones included', async () => {
  const includeValues = [
    field('text', 'value'),
    field('empty', 'value'),
    field('on', 'checked'),
    field('off', 'checked'),
    field('gone', 'value'),
  ];
  const page = await track({ form: { selector: '#form', event: 'formSubmission', name: 'FORM', properties: { includeValues } } });
  await page.click('#send');
  expect(await interactions(page)).toEqual([
    {
      type: 'submit',
      name: 'FORM',
      submissionValues: [
        { name: 'text', value: 'world' },
        { name: 'empty', value: '' },
        { name: 'on', value: true },
        { name: 'off', value: false },
        { name: 'gone', value: null, problem: 'no element matches #gone' },
      ],
    },
  ]);
});

test('scrolling of an element starts and ends, also when LogUI is stopped first', async () => {
  const page = await track({
    scroll: { selector: '#scroller', event: 'scrollable', properties: { scrollStart: { name: 'S0' }, scrollEnd: { name: 'S1' } } },
  });
  await page.evaluate(() => (document.querySelector('#scroller') as Element).scrollTo(0, 50));
  await page.waitForTimeout(200);
  await page.evaluate(async () => {
    (document.querySelector('#scroller') as Element).scrollTo(0, 100);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  expect(await interactions(page)).toEqual([
    { type: 'scrollStart', name: 'S0' },
    { type: 'scrollEnd', name: 'S1' },
    { type: 'scrollStart', name: 'S0' },
    { type: 'scrollEnd', name: 'S1' },
  ]);
});

test('focus, blur, key and change events reach the element they happen at', async () => {
  const page = await track({
    focus: { selector: '#query', event: 'focus' },
    blur: { selector: '#query', event: 'blur' },
    key: {
      selector: '#query',
      event: 'keyup',
      name: 'K',
      metadata: [{ nameForLog: 'value', sourcer: 'elementProperty', lookFor: 'value' }],
    },
    change: { selector: '#query', event: 'change' },
    body: { selector: 'body', event: 'focus', name: 'NEVER' },
  });
  await page.focus('#query');
  await page.keyboard.press('End');
  await page.keyboard.type('!');
  await page.focus('#text');
  const events = of(await ends(page), 'interactionEvent');
  expect(events.map(({ details: given, metadata }) => [given?.type, given?.name, metadata])).toEqual([
    ['focus', undefined, []],
    ['keyup', 'K', [{ name: 'value', value: 'hello' }]],
    ['keyup', 'K', [{ name: 'value', value: 'hello!' }]],
    ['change', undefined, []],
    ['blur', undefined, []],
  ]);
});

test('elements count by what they are when it happens: classes that come and go, nodes taken out and put back', async () => {
  const page = await track({ late: { selector: '.late', event: 'click', name: 'LATE' } });
  await page.click('#button');
  await page.evaluate(() => document.querySelector('#button')?.classList.add('late'));
  await page.click('#button');
  await page.evaluate(() => document.querySelector('#button')?.classList.remove('late'));
  await page.click('#button');
  await page.evaluate(() => {
    const button = document.querySelector('#button') as Element;
    button.classList.add('late');
    button.remove();
    document.querySelector('#outer')?.before(button);
  });
  await page.click('#button');
  expect(await interactions(page)).toEqual([
    { type: 'click', name: 'LATE' },
    { type: 'click', name: 'LATE' },
  ]);
});

test('open shadow roots are seen, and what stays inside of them', async () => {
  const page = await track({
    click: { selector: '.deep', event: 'click', name: 'CLICK' },
    hover: { selector: '.deep', event: 'mouseHover', properties: { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } } },
    change: { selector: '.deep', event: 'change', name: 'CHANGE' },
    focus: { selector: '.deep', event: 'focus', name: 'FOCUS' },
  });
  await page.evaluate(() => {
    const host = document.createElement('div');
    document.querySelector('#outer')?.before(host);
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<div id="plain" style="height:30px">plain</div><button id="deep" class="deep">deep</button><input id="field" class="deep" type="checkbox">';
  });
  await page.hover('#plain');
  await page.hover('#deep');
  await page.click('#deep');
  await page.click('#field');
  const told = (await interactions(page)).map((given) => `${String(given?.type)} ${String(given?.name)}`);
  expect(told).toEqual([
    'mouseenter IN',
    'focus FOCUS',
    'click CLICK',
    'mouseleave OUT',
    'mouseenter IN',
    'focus FOCUS',
    'click CLICK',
    'change CHANGE',
  ]);
});

test('frames that the page may read are seen, also when they come later and go on to another document', async () => {
  const page = await track({ click: { selector: '.framed', event: 'click', name: 'FRAMED' } });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<button class="framed">one</button>';
    document.querySelector('#outer')?.before(frame);
  });
  const frame = page.frameLocator('iframe');
  await frame.locator('.framed').click();
  await page.evaluate(
    () => ((document.querySelector('iframe') as HTMLIFrameElement).srcdoc = '<button class="framed" id="two">two</button>'),
  );
  await frame.locator('#two').click();
  const events = of(await ends(page), 'interactionEvent');
  expect(details(events)).toEqual([
    { type: 'click', name: 'FRAMED' },
    { type: 'click', name: 'FRAMED' },
  ]);
  expect(Math.abs(Number(events[0]?.timestamp) - Date.now())).toBeLessThan(30_000);
});

test('sourcers answer values, empty ones included, and say what they could not do', async () => {
  const page = await track(
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
  const [event] = of(await ends(page), 'interactionEvent');
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

describe('in production builds', () => {
  test.each(['react-19'])('%s gives props and state of class and function components as they are now', async (version) => {
    const page = await visit();
    await page.addScriptTag({ content: await appScript(version) });
    await page.waitForSelector('#class');
    await page.evaluate(
      (config) => window.LogUI?.init(config),
      configOf({
        class: {
          selector: '#class',
          event: 'click',
          metadata: [
            ask('reactComponentProp', 'label'),
            ask('reactComponentProp', 'zero'),
            ask('reactComponentState', 'time'),
            ask('reactComponentState', 'deep.zone'),
          ],
        },
        function: {
          selector: '#function',
          event: 'click',
          metadata: [
            ask('reactComponentProp', 'step'),
            ask('reactComponentState', '0'),
            ask('reactComponentState', '1.city'),
            ask('reactComponentState', 'city'),
            ask('reactComponentState', 'rank'),
          ],
        },
        row: { selector: '.row', event: 'click', metadata: [ask('reactComponentProp', 'rank'), ask('reactComponentState', 'nothing')] },
        outside: { selector: '#button', event: 'click', metadata: [ask('reactComponentProp', 'rank')] },
      }),
    );
    for (const selector of ['#class', '#class', '#class', '#function', '#function', '#function', '.row:nth-child(2)', '#button'])
      await page.click(selector);
    const values = of(await ends(page), 'interactionEvent').map(({ metadata }) => metadata?.map(({ value }) => value));
    expect(values).toEqual([
      ['L', 0, 0, 'UTC'],
      ['L', 0, 1, 'UTC'],
      ['L', 0, 2, 'UTC'],
      [5, 10, 'Delft', 'Delft', 0],
      [5, 15, 'Delft', 'Delft', 0],
      [5, 20, 'Delft', 'Delft', 0],
      [2, null],
      [null],
    ]);
  });

  test.each(['vue-3', 'vue-2'])('%s gives props and state of components as they are now', async (version) => {
    const page = await visit();
    await page.addScriptTag({ content: await appScript(version) });
    await page.evaluate(
      (config) => window.LogUI?.init(config),
      configOf({
        app: {
          selector: '#setup',
          event: 'click',
          metadata: [ask('vueComponentState', 'count'), ask('vueComponentState', 'place.city'), ask('vueComponentState', 'twice')],
        },
        row: {
          selector: '.row',
          event: 'click',
          metadata: [ask('vueComponentProp', 'rank'), ask('vueComponentState', 'seen'), ask('vueComponentState', 'count')],
        },
      }),
    );
    for (const selector of ['#setup', '#setup', '.row:nth-of-type(2)', '.row:nth-of-type(2)']) await page.click(selector);
    const values = of(await ends(page), 'interactionEvent').map(({ metadata }) => metadata?.map(({ value }) => value));
    expect(values).toEqual([
      [3, 'Delft', 6],
      [4, 'Delft', 8],
      [2, 0, 5],
      [2, 1, 5],
    ]);
  });

  test('svelte-5 gives what a custom element declares as props, as it is now', async () => {
    const page = await visit();
    await page.addScriptTag({ content: await appScript('svelte-5') });
    await page.evaluate(
      (config) => window.LogUI?.init(config),
      configOf({
        card: {
          selector: 'button',
          event: 'click',
          metadata: [ask('svelteComponentState', 'rank'), ask('svelteComponentState', 'place.city'), ask('svelteComponentState', 'seen')],
        },
      }),
    );
    await page.hover('result-card button');
    for (const _ of [1, 2]) await page.click('result-card button');
    await vi.waitFor(() => expect(collector.named('click')).toHaveLength(2), { timeout: 10_000 });
    const values = collector.named('click').map(({ metadata }) => metadata?.map(({ value, problem }) => value ?? problem));
    expect(values.map((row) => row?.slice(0, 2))).toEqual([
      [4, 'Delft'],
      [5, 'Delft'],
    ]);
    expect(values[0]?.[2]).toContain('only custom elements can be asked');
  });
});

test('handlers and sourcers of the page’s own work at run time, and one that throws costs no other event', async () => {
  const page = await visit();
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
    configOf({
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
  const events = await ends(page);
  expect(of(events, 'interactionEvent').map(({ eventName, details: given, metadata }) => ({ eventName, given, metadata }))).toEqual([
    {
      eventName: 'threeClicks',
      given: { type: 'threeClicks', name: 'THREE', on: 'button', by: 'click' },
      metadata: [
        { name: 'shout', value: 'button!' },
        { name: 'broken', value: null, problem: 'no value today' },
      ],
    },
  ]);
  expect(collector.named('trackerFailed').map((event) => event.details)).toEqual([{ message: 'Error: on purpose' }]);
});

test('a wrong configuration is refused with every problem by its path, and nothing starts', async () => {
  const page = await visit();
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const refusal = await page.evaluate(() =>
    window.LogUI?.init({
      logUIConfiguration: { endpoint: 'http://x', verbos: true, browserEvents: { trackCursor: 1 } },
      trackingConfiguration: {
        a: { selector: '..', event: 'click' },
        b: null,
        c: { selector: 'p', event: 'click', metadata: [{ nameForLog: 'x', sourcer: 'elementAtribute', lookFor: 'y' }] },
      },
      browserEvents: 'all',
    } as never).then(String, String),
  );
  expect(refusal?.split('. ')[1]?.split('; ')).toEqual([
    'applicationSpecificData: is missing',
    'logUIConfiguration.authorisationToken: is missing',
    'logUIConfiguration.endpoint: expected an address that starts with ws:// or wss://, got "http://x"',
    'logUIConfiguration.browserEvents.trackCursor: expected true or false, got 1',
    'trackingConfiguration.a.selector: expected a CSS selector, got ".."',
    'trackingConfiguration.b: expected an object, got null',
    expect.stringContaining('trackingConfiguration.c.metadata[0].sourcer: expected one of elementAttribute, '),
    'browserEvents: expected an object, got "all"',
  ]);
  expect(warnings).toEqual([expect.stringContaining('logUIConfiguration.verbos: is not known; did you mean verbose?')]);
  expect(await page.evaluate(() => [window.LogUI?.isActive(), sessionStorage.length, localStorage.length])).toEqual([false, 0, 0]);
});

test('init twice, stop twice and every call in the wrong state are refused without damage; a restart goes on with the tab’s session', async () => {
  const page = await visit();
  const heard = await page.evaluate(async (config) => {
    const LogUI = window.LogUI as LogUI;
    const told: string[] = [];
    for (const type of ['logUIStarted', 'logUIStopped', 'logUIShutdownRequest']) window.addEventListener(type, () => told.push(type));
    const attempt = async (call: () => unknown) => {
      try {
        await call();
        told.push('fine');
      } catch (error) {
        told.push((error as Error).message.slice(0, 40));
      }
    };
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.logCustomMessage({}));
    await attempt(() => LogUI.init(config));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await attempt(() => LogUI.init(config));
    await attempt(() => LogUI.clearSessionID());
    LogUI.logCustomMessage({ name: 'one' });
    const id = LogUI.Config.sessionData.getSessionIDKey();
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.stop());
    await attempt(() => LogUI.init(config));
    await new Promise((resolve) => setTimeout(resolve, 30));
    LogUI.logCustomMessage({ name: 'two' });
    told.push(String(id === LogUI.Config.sessionData.getSessionIDKey() && id === sessionStorage.getItem('logUI-sessionIDKey')));
    window.dispatchEvent(new Event('logUIShutdownRequest'));
    told.push(String(LogUI.isActive()));
    LogUI.clearSessionID();
    told.push(String(LogUI.Config.sessionData.getSessionIDKey()));
    return told;
  }, configOf({}));
  expect(heard).toEqual([
    'LogUI.stop: LogUI is not active; call in',
    'LogUI.logCustomMessage: LogUI is not act',
    'fine',
    'logUIStarted',
    'LogUI.init: LogUI is active; call stop f',
    'LogUI.clearSessionID: LogUI is active; c',
    'logUIStopped',
    'fine',
    'LogUI.stop: LogUI is not active; call in',
    'fine',
    'logUIStarted',
    'true',
    'logUIShutdownRequest',
    'logUIStopped',
    'false',
    'null',
  ]);
  await page.reload();
  await page.evaluate((config) => window.LogUI?.init(config), configOf({}));
  await vi.waitFor(() => expect(['one', 'two'].map((name) => collector.named(name).length)).toEqual([1, 1]), { timeout: 20_000 });
  expect(
    new Set(
      collector
        .events()
        .filter(({ eventName }) => eventName === 'one' || eventName === 'two')
        .map(({ session }) => session),
    ).size,
  ).toBe(1);
});

test('the console dispatcher shows what would be sent and why, and sends nothing', async () => {
  const page = await visit();
  const lines: string[] = [];
  page.on('console', (message) => message.type() === 'log' && lines.push(message.text()));
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<ul id="lines"></ul>'));
  await page.evaluate(
    (config) => window.LogUI?.init(config),
    configOf(
      { results: { selector: '#button', event: 'click', name: 'RESULT' } },
      { logUIConfiguration: { dispatcher: 'console', consoleElement: '#lines' } as never },
    ),
  );
  await page.click('#button');
  expect(lines.find((line) => line.includes('interactionEvent'))).toContain('interactionEvent click — group #button, click, at #button');
  expect(await page.locator('#lines li').first().textContent()).toContain('"name":"RESULT"');
  await page.evaluate(() => window.LogUI?.stop());
  expect(collector.events()).toEqual([]);
  expect(collector.handshakes).toEqual([]);
});

test('element visibility tells of elements that come, go, and are in view, with the time they were', async () => {
  const page = await track({
    seen: {
      selector: '.card',
      event: 'elementVisibility',
      properties: {
        create: { name: 'C' },
        destroy: { name: 'D' },
        expose: { name: 'E' },
        obscure: { name: 'O' },
        minimumShare: 0.5,
        minimumMs: 100,
      } as never,
      metadata: [{ nameForLog: 'id', sourcer: 'elementProperty', lookFor: 'id' }],
    },
  });
  await page.evaluate(() => {
    const card = document.createElement('div');
    card.id = 'card';
    card.className = 'card';
    card.style.height = '100px';
    document.querySelector('#outer')?.before(card);
  });
  await page.waitForTimeout(600);
  await page.evaluate(() => window.scrollTo(0, 1500));
  await page.waitForTimeout(200);
  await page.evaluate(() => document.querySelector('#card')?.remove());
  await page.waitForTimeout(200);
  const events = of(await ends(page), 'interactionEvent');
  expect(
    events.map(({ details: given, metadata }) => `${String(given?.type)} ${String(given?.name)} ${String(metadata?.[0]?.value)}`),
  ).toEqual(['create C card', 'expose E card', 'obscure O card', 'destroy D card']);
  expect(Number(events[2]?.details?.visibleMs)).toBeGreaterThanOrEqual(100);
  expect(events[3]?.details?.totalMs).toBe(events[2]?.details?.totalMs);
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
  const page = await track({}, { browserEvents: { ...QUIET, ...Object.fromEntries(names.map((name) => [name, true])) } });
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
  const events = await ends(page);
  const told = (name: string) => details(events.filter(({ eventName }) => eventName === name));
  expect(told('titleChange')).toEqual([{ type: 'titleChange', previousTitle: 'LogUI', title: 'Another' }]);
  expect(told('pageScroll')[0]).toMatchObject({ scrollX: 0, scrollY: 700, fromY: 0 });
  expect(told('clipboard')).toEqual([{ type: 'clipboard', action: 'copy', path: '#query' }]);
  expect(told('add to cart')).toEqual([{ price: '12', path: '#button' }]);
  expect(told('networkFailure').map((given) => [given?.kind, given?.url, given?.status])).toEqual(
    expect.arrayContaining([
      ['fetch', `${collector.url()}/nothing.html`, 404],
      ['xhr', `${collector.url()}/nothing.html`, 404],
      ['resource', `${collector.url()}/nothing.png`, 0],
    ]),
  );
  expect(told('pageError').map((given) => [given?.kind, given?.message])).toEqual(
    expect.arrayContaining([
      ['error', 'Uncaught Error: uncaught, on purpose'],
      ['rejection', 'Error: unheard, on purpose'],
    ]),
  );
  expect(told('webVital').map((given) => given?.name)).toContain('TTFB');
  errors = errors.filter((error) => !error.includes('on purpose'));
});
