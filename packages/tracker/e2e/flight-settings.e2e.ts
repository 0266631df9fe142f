import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { DEFAULT_CAPTURE } from '@sightline/protocol';
import type { LogUIConfig } from '../src/facades/logui/logui-config.ts';
import type { LogUI } from '../src/facades/logui/log-ui.ts';
import type { Options } from '../src/options.ts';
import type { Tracker } from '../src/tracker-api.ts';
import { appScript } from './app-script.ts';
import { browserStage } from './browser-stage.ts';
import { SOON } from './soon.ts';

declare global {
  interface Window {
    sightline?: Tracker;
    begin(options: Options): Tracker;
    LogUI?: LogUI;
  }
}

const stage = browserStage();

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
  stage.collector.mood.prologue = prologue(settings);
  const page = await stage.context.newPage();
  const warnings: string[] = [];
  const scripts: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.goto(stage.collector.url() + path, { waitUntil: 'networkidle' });
  return { page, warnings, scripts };
};
const arrives = (name: string, count: number) => vi.waitFor(() => expect(stage.collector.named(name)).toHaveLength(count), SOON);

test('a script made for a flight follows its settings: token, groups, events, presence, and their name', async () => {
  const { page, warnings, scripts } = await open({
    logui: JSON.stringify(GROUPS),
    events: 'pageScroll',
    presence: JSON.stringify({ idleAfterS: 5, resumeWithinS: 0, idleEndsS: 60 }),
  });
  expect(stage.collector.handshakes[0]?.applicationIdentifier).toBe('sl_flight');
  await page.click('#one');
  await arrives('mouseClick', 1);
  expect(stage.collector.named('started')[0]?.details).toMatchObject({ settingsHash: '0123456789abcdef' });
  expect(stage.collector.named('mouseClick')[0]).toMatchObject({
    details: { name: 'RESULT' },
    metadata: [{ name: 'rank', value: '3' }],
  });
  await arrives('expose', 1);
  expect(scripts).not.toContain('/sightline-recording.js');
  expect(warnings).toEqual([expect.stringContaining('the group wrong is not recorded. wrong.selector: expected a CSS selector')]);
  expect(stage.collector.named('trackerFailed')).toHaveLength(1);

  const [session] = stage.collector.handshakes.map(({ sessionUUID }) => sessionUUID);
  await page.goto(`${stage.collector.url()}/bare.html`);
  await vi.waitFor(() => expect(stage.collector.named('presence').map(({ details }) => details?.idleMs)).toContain(5_000), SOON);
  await page.close();
  await open({ presence: JSON.stringify({ idleAfterS: 5, resumeWithinS: 0, idleEndsS: 60 }) });
  await arrives('started', 2);
  expect(stage.collector.named('started').filter((event) => event.session === session)).toHaveLength(1);
});

test('presence and browser events can be off, and the tracker loads nothing for them', async () => {
  const { page, scripts } = await open({ events: 'none', presence: 'off' });
  await page.click('#one');
  await arrives('click', 1);
  expect(scripts.filter((path) => path.startsWith('/sightline')).sort()).toEqual(['/sightline-delivery.js', '/sightline.js']);
  expect(stage.collector.named('presence')).toEqual([]);
});

test('a flight that asks for consent records nothing before it is given', async () => {
  const { page } = await open({ consent: 'required' });
  await page.click('#one');
  await page.waitForTimeout(1_000);
  expect(stage.collector.handshakes).toEqual([]);
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
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/bare.html`);
  await page.addScriptTag({ content: await appScript('package') });
  const endpoint = stage.collector.url();
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
  expect(stage.collector.handshakes).toEqual([]);
  expect(await page.evaluate(() => [Object.keys(localStorage), window.sightline?.sessionId() ?? null])).toEqual([[], null]);

  const { results } = GROUPS;
  stage.collector.mood.settings = {
    hash: 'fedcba9876543210',
    settings: { ...DEFAULT_CAPTURE, events: ['pageScroll'], logui: { results } },
  };
  await arrives('second', 1);
  expect(stage.collector.asked.length).toBeGreaterThan(1);
  const [first] = stage.collector.named('first');
  const [second] = stage.collector.named('second');
  expect([first?.details, first?.applicationSpecificData, second?.applicationSpecificData]).toEqual([
    { step: 1 },
    undefined,
    { condition: 'c1' },
  ]);
  await arrives('started', 1);
  const [started] = stage.collector.named('started');
  expect(started?.details).toMatchObject({ settingsHash: 'fedcba9876543210' });
  expect(first?.at).toBeLessThan((started?.at ?? 0) - 400);
  await page.click('.result');
  await arrives('mouseClick', 1);
  await page.goto(`${stage.collector.url()}/bare.html`);
  await vi.waitFor(() => expect(stage.collector.named('presence').length).toBeGreaterThan(0), SOON);
});

test('the package records nothing for a flight that asks for consent, and starts when it is given', async () => {
  stage.collector.mood.settings = { hash: 'fedcba9876543210', settings: { ...DEFAULT_CAPTURE, consent: 'required' } };
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/bare.html`);
  await page.addScriptTag({ content: await appScript('package') });
  await page.evaluate(
    (endpoint) => window.begin({ endpoint, token: 'sl_flight', settings: 'flight' }).track('too early'),
    stage.collector.url(),
  );
  await page.waitForTimeout(800);
  expect(stage.collector.handshakes).toEqual([]);
  await page.evaluate(() => window.sightline?.grant());
  await arrives('started', 1);
  await page.waitForTimeout(800);
  expect(stage.collector.named('too early')).toEqual([]);
});

/** Does something again and again until it is recorded: the script that watches for it comes when it comes. */
const untilRecorded = (name: string, act: () => Promise<unknown>) =>
  vi.waitFor(
    async () => {
      await act();
      expect(stage.collector.named(name).length).toBeGreaterThan(0);
    },
    { timeout: 30_000, interval: 300 },
  );

/** Starts LogUI as a page does that leaves all else to its flight. */
const init = (page: Page, config: Partial<LogUIConfig> = {}) =>
  page.evaluate((given) => window.LogUI?.init(given), {
    logUIConfiguration: { endpoint: `${stage.collector.url().replace('http', 'ws')}/ws/endpoint/` } as never,
    applicationSpecificData: {},
    trackingConfiguration: {},
    ...config,
  });

test('LogUI takes the token and the groups of the flight, and records nothing before consent where that is asked for', async () => {
  const { results } = GROUPS;
  const { page, warnings } = await open({ consent: 'required', logui: JSON.stringify({ results }) }, '/logui-flight.html');
  const own = { own: { selector: 'button', event: 'focus', name: 'OWN' } };
  await init(page, { trackingConfiguration: own });
  await page.click('#one');
  await page.waitForTimeout(800);
  expect(stage.collector.handshakes).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining('the flight asks for consent')]);
  await page.evaluate(async () => {
    await window.LogUI?.stop();
    window.LogUI?.grant();
    document.querySelector('button')?.blur();
  });
  await init(page, { trackingConfiguration: own });
  await page.click('#one');
  await arrives('mouseClick', 1);
  await arrives('focus', 1);
  expect(stage.collector.handshakes[0]?.applicationIdentifier).toBe('sl_flight');
  expect(stage.collector.named('started')[0]?.details).toMatchObject({ settingsHash: '0123456789abcdef' });
});

test('LogUI records the browser events and the presence that the flight names, and not what the page turns off', async () => {
  const { page, scripts } = await open(
    { events: 'pageScroll,pageTitle,pageResize', presence: JSON.stringify({ idleAfterS: 5, resumeWithinS: 0, idleEndsS: 60 }) },
    '/logui-flight.html',
  );
  await init(page, { browserEvents: { pageTitle: false } });
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div style="height: 30000px"></div>'));
  await untilRecorded('pageScroll', () => page.evaluate(() => window.scrollBy(0, 50)));
  await page.evaluate(() => (document.title = 'Another'));
  await page.click('#one', { button: 'right' });
  await page.setViewportSize({ width: 700, height: 500 });
  await arrives('viewportResize', 1);
  await vi.waitFor(() => expect(scripts).toContain('/sightline-presence.js'), SOON);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => window.LogUI?.stop());
  await arrives('stopped', 1);
  expect(stage.collector.named('presence').map(({ details }) => details?.idleMs)).toContain(5_000);
  expect(['titleChange', 'contextMenuFired', 'cursorTracking'].flatMap((name) => stage.collector.named(name))).toEqual([]);
});

test('LogUI of a flight with the usual settings records what LogUI records and what the flight does', async () => {
  const { page, scripts } = await open({}, '/logui-flight.html');
  await init(page);
  await untilRecorded('titleChange', () => page.evaluate(() => (document.title += '.')));
  await page.click('#one', { button: 'right' });
  await arrives('contextMenuFired', 1);
  await vi.waitFor(() => expect(scripts).toContain('/sightline-presence.js'), SOON);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => window.LogUI?.stop());
  await vi.waitFor(() => expect(stage.collector.named('presence').length).toBeGreaterThan(0), SOON);
});

test('LogUI of a flight that records neither loads nothing for them', async () => {
  const { page, scripts } = await open({ events: 'none', presence: 'off' }, '/logui-flight.html');
  await init(page);
  await page.click('#one', { button: 'right' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => window.LogUI?.stop());
  await arrives('stopped', 1);
  expect(scripts.filter((path) => /(sightline|logui)[^/]*\.js$/.test(path)).sort()).toEqual(['/logui.js', '/sightline-delivery.js']);
  expect(['presence', 'contextMenuFired'].flatMap((name) => stage.collector.named(name))).toEqual([]);
});
