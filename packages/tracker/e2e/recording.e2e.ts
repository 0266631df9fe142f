import { expect, test } from 'vitest';
import { eventually, recordedVisits } from './recorded-visits.ts';

const { collector, context, visit, recorded, snapshots } = recordedVisits();

test('a page is recorded from a full snapshot on', async () => {
  const page = await visit();
  await eventually(() => expect(collector().recordings.chunks()[0]?.snapshot).toBe(true));
  await page.click('#add');
  await eventually(() => expect(recorded()).toContain('Item 0'));
  expect(collector().recordings.chunks()[0]?.encoding).toBe('gzip');
  expect(collector().named('trackerFailed')).toEqual([]);
  expect(collector().named('recordingChanged')).toEqual([]);
});

test('where the policy of the page forbids workers, compression goes on in the page', async () => {
  const page = await context().newPage();
  await page.route('**/recorded.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "worker-src 'none'; child-src 'none'" } });
  });
  await visit('/recorded.html', page);
  await eventually(() => expect(snapshots()).toHaveLength(1));
  expect(collector().recordings.chunks()[0]?.encoding).toBe('gzip');
});

test('where the browser cannot compress, chunks travel as they are', async () => {
  await context().addInitScript(() => {
    Reflect.deleteProperty(window, 'CompressionStream');
    Reflect.deleteProperty(window, 'Worker');
  });
  await visit();
  await eventually(() => expect(snapshots()).toHaveLength(1));
  expect(collector().recordings.chunks()[0]?.encoding).toBe('json');
});

test('nothing is recorded before the visitor agrees to it, and nothing after they do not any more', async () => {
  const page = await context().newPage();
  await page.goto(`${collector().url()}/recorded-consent.html`);
  await page.waitForFunction(() => window.sightline !== undefined);
  await page.evaluate(() => window.sightline?.grant('interaction'));
  await page.click('#one');
  await eventually(() => expect(collector().named('click')).toHaveLength(1));
  await page.waitForTimeout(1_500);
  expect(collector().recordings.chunks()).toEqual([]);
  await page.evaluate(() => window.sightline?.grant('recording'));
  await eventually(() => expect(snapshots()).toHaveLength(1));
  await page.evaluate(() => window.sightline?.revoke('recording'));
  await page.evaluate(() => document.querySelector('#text')?.append(' After it.'));
  await eventually(() =>
    expect(
      collector()
        .named('recordingChanged')
        .map(({ details }) => details?.state),
    ).toEqual(['stopped']),
  );
  await page.click('#one');
  await eventually(() => expect(collector().named('click')).toHaveLength(2));
  expect(recorded()).not.toContain('After it.');
});

test('settings that cannot be used record nothing and say why', async () => {
  const page = await context().newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(`${collector().url()}/recorded-wrong.html`);
  await eventually(() => expect(told.join()).toContain('"p[" is no selector'));
  expect(told.join()).toContain('recording.maskText must be a list of texts, got "h1"');
  await page.click('#one');
  await eventually(() => expect(collector().named('click')).toHaveLength(1));
  expect(collector().recordings.chunks()).toEqual([]);
});

test('a page that loads LogUI is recorded where its flight asks for that', async () => {
  const page = await context().newPage();
  await page.goto(`${collector().url()}/logui-recorded.html`);
  await page.evaluate(
    (endpoint) =>
      (window as unknown as { LogUI: { init(config: unknown): Promise<void> } }).LogUI.init({
        logUIConfiguration: { endpoint, authorisationToken: 'sl_test', verbose: false },
        applicationSpecificData: {},
        trackingConfiguration: {},
      }),
    `${collector().url().replace('http', 'ws')}/ws/endpoint/`,
  );
  await eventually(() => expect(snapshots()).toHaveLength(1));
});

test('a frame of another origin that carries the recorder is part of the page’s recording', async () => {
  const page = await visit('/framing.html');
  await eventually(() => expect(snapshots()).toHaveLength(1));
  const other = collector().url().replace('127.0.0.1', 'localhost');
  await page.evaluate(
    (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, id: 'frame' })),
    `${other}/framed.html`,
  );
  await eventually(() => expect(recorded()).toContain('Inside another origin'));
  await page.frameLocator('#frame').locator('#add').click();
  await eventually(() => expect(recorded()).toContain('and changed'));
  expect(collector().recordings.tabs()).toHaveLength(1);
  expect(recorded()).not.toContain('qxframedsecret7f3z');
});

test('pictures and style sheets come along once, and the recording refers to them', async () => {
  const page = await visit();
  await eventually(() => expect(recorded()).toContain('sightline-asset:'));
  await page.reload();
  await eventually(() => expect(snapshots()).toHaveLength(2));
  await eventually(() => expect(recorded().match(/"src":"sightline-asset:/g)?.length).toBeGreaterThan(1));
  const [picture, ...others] = collector()
    .recordings.assets()
    .filter(({ asset }) => asset.contentType === 'image/svg+xml');
  expect(others).toEqual([]);
  expect(picture?.bytes.toString()).toContain('<circle');
  expect(collector().bodies.filter((body) => body.includes(picture?.asset.data ?? '-'))).toHaveLength(1);
});
