import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_CAPTURE } from '@sightline/protocol';
import type { LogUI } from '../src/facades/logui/create-log-ui.ts';
import type { Options } from '../src/options.ts';
import type { Tracker } from '../src/start.ts';
import { appScript } from './app-script.ts';
import { createCollector, type Collector } from './collector.ts';

declare global {
  interface Window {
    sightline?: Tracker;
    begin(options: Options): Tracker;
    LogUI?: LogUI;
  }
}

const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking';

let browser: Browser;
let collector: Collector;
let context: BrowserContext;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: FLAGS.split(' ') });
});
afterAll(() => browser.close());
beforeEach(async () => {
  collector = createCollector();
  await collector.listen();
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await collector.close();
  expect(collector.wrong).toEqual([]);
});

/** As the server does it: the settings become attributes, where the tag says nothing else. */
const prologue = (settings: Record<string, string>) =>
  `(function(s,d,k){for(k in d)if(!(k in s))s[k]=d[k]})(document.currentScript.dataset,${JSON.stringify({ flightToken: 'sl_flight', settingsHash: '0123456789abcdef', ...settings })});`;
const GROUPS = {
  results: {
    selector: '.result',
    event: 'mouseClick',
    properties: { primary: { name: 'RESULT' } },
    metadata: [{ nameForLog: 'rank', sourcer: 'closestAttribute', lookFor: 'data-rank' }],
  },
  wrong: { selector: '.result[', event: 'click' },
  seen: { selector: 'p.result', event: 'elementVisibility', properties: { expose: { name: 'SEEN' } } },
};

const open = async (settings: Record<string, string>, path = '/flight.html') => {
  collector.mood.prologue = prologue(settings);
  const page = await context.newPage();
  const warnings: string[] = [];
  const scripts: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(collector.url() + path, { waitUntil: 'networkidle' });
  return { page, warnings, scripts };
};
const arrives = (name: string, count: number) =>
  vi.waitFor(() => expect(collector.named(name)).toHaveLength(count), { timeout: 10_000, interval: 50 });

test('a script made for a flight follows its settings: token, groups, events, presence, and their name', async () => {
  const { page, warnings, scripts } = await open({
    logui: JSON.stringify(GROUPS),
    events: 'pageScroll',
    presence: JSON.stringify({ idleAfterS: 5, resumeWithinS: 0, idleEndsS: 60 }),
  });
  expect(collector.handshakes[0]?.applicationIdentifier).toBe('sl_flight');
  await page.click('#one');
  await arrives('mouseClick', 1);
  expect(collector.named('started')[0]?.details).toMatchObject({ settingsHash: '0123456789abcdef' });
  expect(collector.named('mouseClick')[0]).toMatchObject({
    details: { name: 'RESULT' },
    metadata: [{ name: 'rank', value: '3' }],
  });
  await arrives('expose', 1);
  expect(scripts).not.toContain('/sightline-recording.js');
  expect(warnings).toEqual([expect.stringContaining('the group wrong is not recorded. wrong.selector: expected a CSS selector')]);
  expect(collector.named('trackerFailed')).toHaveLength(1);

  const [session] = collector.handshakes.map(({ sessionUUID }) => sessionUUID);
  await page.goto(`${collector.url()}/bare.html`);
  await vi.waitFor(() => expect(collector.named('presence').map(({ details }) => details?.idleMs)).toContain(5_000));
  await page.close();
  await open({ presence: JSON.stringify({ idleAfterS: 5, resumeWithinS: 0, idleEndsS: 60 }) });
  await arrives('started', 2);
  expect(collector.named('started').filter((event) => event.session === session)).toHaveLength(1);
});

test('presence and browser events can be off, and the tracker loads nothing for them', async () => {
  const { page, scripts } = await open({ events: 'none', presence: 'off' });
  await page.click('#one');
  await arrives('click', 1);
  expect(scripts.filter((path) => path.startsWith('/sightline')).sort()).toEqual(['/sightline-delivery.js', '/sightline.js']);
  expect(collector.named('presence')).toEqual([]);
});

test('a flight that asks for consent records nothing before it is given', async () => {
  const { page } = await open({ consent: 'required' });
  await page.click('#one');
  await page.waitForTimeout(1_000);
  expect(collector.handshakes).toEqual([]);
  await page.evaluate(() => window.sightline?.grant());
  await arrives('started', 1);
});

test('settings that are no JSON are told, and the rest is recorded', async () => {
  const { page, warnings } = await open({ logui: '{', presence: 'sometimes' });
  await page.click('#one');
  await arrives('click', 1);
  await arrives('trackerFailed', 1);
  expect(warnings).toEqual([expect.stringContaining('data-logui: expected groups as JSON')]);
});

test('the package asks for the flight’s settings first; calls wait for them, in their order and with their time', async () => {
  const page = await context.newPage();
  await page.goto(`${collector.url()}/bare.html`);
  await page.addScriptTag({ content: await appScript('package') });
  const endpoint = collector.url();
  await page.evaluate((address) => {
    document.body.insertAdjacentHTML('beforeend', '<button class="result" data-rank="3">One</button>');
    const tracker = window.begin({ endpoint: address, token: 'sl_flight', settings: 'flight' });
    const details = { step: 1 };
    tracker.track('first', details);
    details.step = 9;
    tracker.setApplicationSpecificData({ condition: 'c1' });
    tracker.track('second');
  }, endpoint);
  await page.waitForTimeout(500);
  expect(collector.handshakes).toEqual([]);
  expect(await page.evaluate(() => [Object.keys(localStorage), window.sightline?.sessionId() ?? null])).toEqual([[], null]);

  const { results } = GROUPS;
  collector.mood.settings = { hash: 'fedcba9876543210', settings: { ...DEFAULT_CAPTURE, events: ['pageScroll'], logui: { results } } };
  await arrives('second', 1);
  expect(collector.asked.length).toBeGreaterThan(1);
  const [first] = collector.named('first');
  const [second] = collector.named('second');
  expect([first?.details, first?.applicationSpecificData, second?.applicationSpecificData]).toEqual([
    { step: 1 },
    undefined,
    { condition: 'c1' },
  ]);
  const [started] = collector.named('started');
  expect(started?.details).toMatchObject({ settingsHash: 'fedcba9876543210' });
  expect(first?.at).toBeLessThan((started?.at ?? 0) - 400);
  await page.click('.result');
  await arrives('mouseClick', 1);
  await page.goto(`${collector.url()}/bare.html`);
  await vi.waitFor(() => expect(collector.named('presence').length).toBeGreaterThan(0));
});

test('the package records nothing for a flight that asks for consent, and starts when it is given', async () => {
  collector.mood.settings = { hash: 'fedcba9876543210', settings: { ...DEFAULT_CAPTURE, consent: 'required' } };
  const page = await context.newPage();
  await page.goto(`${collector.url()}/bare.html`);
  await page.addScriptTag({ content: await appScript('package') });
  await page.evaluate((endpoint) => window.begin({ endpoint, token: 'sl_flight', settings: 'flight' }).track('too early'), collector.url());
  await page.waitForTimeout(800);
  expect(collector.handshakes).toEqual([]);
  await page.evaluate(() => window.sightline?.grant());
  await arrives('started', 1);
  await page.waitForTimeout(800);
  expect(collector.named('too early')).toEqual([]);
});

test('LogUI takes the token and the groups of the flight, and records nothing before consent where that is asked for', async () => {
  const { results } = GROUPS;
  const { page, warnings } = await open({ consent: 'required', logui: JSON.stringify({ results }) }, '/logui-flight.html');
  const init = () =>
    page.evaluate(
      (endpoint) =>
        window.LogUI?.init({
          logUIConfiguration: { endpoint } as never,
          applicationSpecificData: {},
          trackingConfiguration: { own: { selector: 'button', event: 'focus', name: 'OWN' } },
        }),
      `${collector.url().replace('http', 'ws')}/ws/endpoint/`,
    );
  await init();
  await page.click('#one');
  await page.waitForTimeout(800);
  expect(collector.handshakes).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('the flight asks for consent')]);
  await page.evaluate(async () => {
    await window.LogUI?.stop();
    window.LogUI?.grant();
    document.querySelector('button')?.blur();
  });
  await init();
  await page.click('#one');
  await arrives('mouseClick', 1);
  await arrives('focus', 1);
  expect(collector.handshakes[0]?.applicationIdentifier).toBe('sl_flight');
  expect(collector.named('started')[0]?.details).toMatchObject({ settingsHash: '0123456789abcdef' });
});
