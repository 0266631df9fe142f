import { expect, test, vi } from 'vitest';
import type { Tracker } from '../src/tracker-api.ts';
import { browserStage } from './browser-stage.ts';
import { SOON } from './soon.ts';

declare global {
  interface Window {
    sightline?: Tracker;
  }
}

const stage = browserStage();

const visit = async (path: string) => {
  const page = await stage.context.newPage();
  await page.goto(stage.collector.url() + path);
  await page.waitForFunction(() => 'sightline' in window);
  return page;
};
const arrives = (name: string, count: number) => vi.waitFor(() => expect(stage.collector.named(name)).toHaveLength(count), SOON);
/** Long enough for everything that would be recorded to arrive. */
const A_WHILE_MS = 1_500;

test('where consent is required nothing is kept or sent before it is given, and from then on everything is', async () => {
  const page = await visit('/consent.html');
  await page.click('#one');
  await page.evaluate(() => {
    window.sightline?.track('too early');
    window.sightline?.setApplicationSpecificData({ condition: 'c1' });
  });
  await page.waitForTimeout(A_WHILE_MS);
  expect(stage.collector.handshakes).toEqual([]);
  expect(await page.evaluate(async () => [Object.keys(localStorage), (await indexedDB.databases()).map(({ name }) => name)])).toEqual([
    [],
    [],
  ]);

  await page.evaluate(() => window.sightline?.grant('interaction'));
  await arrives('consentChanged', 1);
  await page.click('#one');
  await arrives('click', 1);
  expect(stage.collector.named('consentChanged')[0]?.details).toEqual({ granted: ['interaction'] });
  expect(stage.collector.named('click')[0]?.applicationSpecificData).toEqual({ condition: 'c1' });
  expect(stage.collector.named('too early')).toEqual([]);

  await page.reload();
  await page.waitForFunction(() => window.sightline?.sessionId() !== undefined);
  await page.click('#one');
  await arrives('click', 2);
});

test('consent that is withdrawn ends it, for later pages too, until it is given again', async () => {
  const page = await visit('/plain.html');
  await page.click('#one');
  await page.evaluate(() => window.sightline?.revoke());
  await arrives('pageLeft', 1);
  await page.click('#one');
  await page.reload();
  await page.waitForFunction(() => 'sightline' in window);
  await page.click('#one');
  await page.waitForTimeout(A_WHILE_MS);
  expect(stage.collector.named('click')).toHaveLength(1);
  await page.evaluate(() => window.sightline?.grant());
  await vi.waitFor(async () => expect(await page.evaluate(() => window.sightline?.sessionId())).toBeDefined(), SOON);
  await page.click('#one');
  await arrives('click', 2);
});

test.each([
  ['plain.html', 0, 0],
  ['counted.html', 1, 0],
  ['ignored.html', 0, 1],
])('a browser with Global Privacy Control on /%s: %i refusals told, %i clicks', async (path, refusals, clicks) => {
  await stage.context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const page = await visit(`/${path}`);
  await page.click('#one');
  await arrives('trackingRefused', refusals);
  await page.waitForTimeout(A_WHILE_MS);
  expect(stage.collector.named('click')).toHaveLength(clicks);
  if (clicks > 0) return;
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(stage.collector.events()).toHaveLength(refusals);
  for (const handshake of stage.collector.handshakes) expect(handshake.visitor).toBeUndefined();
});

test('nothing private leaves the page, whatever the configuration asks for', async () => {
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/private.html`);
  const fields = ['#name', '#secret', '#shown-password', '#card', '#marked'];
  await page.evaluate((config) => (window as unknown as { LogUI: { init(config: unknown): Promise<void> } }).LogUI.init(config), {
    logUIConfiguration: {
      endpoint: stage.collector.url().replace('http', 'ws') + '/ws/endpoint/',
      authorisationToken: 'sl_test',
      verbose: false,
    },
    applicationSpecificData: {},
    trackingConfiguration: {
      form: {
        selector: '#form',
        event: 'formSubmission',
        metadata: [
          ...fields.flatMap((onElement) => [
            { nameForLog: `${onElement} value`, sourcer: 'elementProperty', lookFor: 'value', onElement },
            { nameForLog: `${onElement} text`, sourcer: 'elementProperty', lookFor: 'textContent', onElement },
            { nameForLog: `${onElement} attribute`, sourcer: 'elementAttribute', lookFor: 'value', onElement },
          ]),
          { nameForLog: 'by path', sourcer: 'elementProperty', lookFor: 'elements.secret.value' },
          { nameForLog: 'whole', sourcer: 'elementProperty', lookFor: 'innerHTML' },
        ],
      },
    },
  });
  await page.click('#send');
  await arrives('submit', 1);
  const text = JSON.stringify(stage.collector.events());
  expect(text).toContain('Ada');
  expect(text).not.toContain('s3cret');
  const problems = stage.collector.named('submit')[0]?.metadata?.filter(({ problem }) => problem === 'private');
  expect(problems?.length).toBe(14);
});

test.each([
  ['/private.html', undefined, 0],
  ['/private.html', 'count', 1],
  ['/logui-counted.html', undefined, 1],
])(
  'LogUI records nothing where the browser asks not to track, and the page notices nothing; on %s with %j %i refusals are told',
  async (path, doNotTrack, refusals) => {
    await stage.context.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }));
    const page = await stage.context.newPage();
    await page.goto(stage.collector.url() + path);
    const heard = await page.evaluate(
      async ([endpoint, choice]) => {
        const { LogUI } = window as unknown as {
          LogUI: {
            init(config: unknown): Promise<boolean>;
            isActive(): boolean;
            logCustomMessage(message: object): void;
            stop(): Promise<void>;
          };
        };
        const started = new Promise((resolve) => window.addEventListener('logUIStarted', () => resolve('started')));
        const logUIConfiguration = { endpoint, authorisationToken: 'sl_test', ...(choice && { doNotTrack: choice }) };
        const answer = await LogUI.init({ logUIConfiguration, applicationSpecificData: {}, trackingConfiguration: {} });
        LogUI.logCustomMessage({ name: 'hello' });
        const active = LogUI.isActive();
        await started;
        await LogUI.stop();
        return [answer, active, LogUI.isActive(), Object.keys(sessionStorage)];
      },
      [`${stage.collector.url().replace('http', 'ws')}/ws/endpoint/`, doNotTrack],
    );
    await page.waitForTimeout(A_WHILE_MS);
    expect(heard).toEqual([true, true, false, []]);
    expect(stage.collector.events().map(({ eventName }) => eventName)).toEqual(Array(refusals).fill('trackingRefused'));
    expect(stage.collector.handshakes).toHaveLength(refusals);
  },
);
