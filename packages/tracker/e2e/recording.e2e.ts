import { expect, test, vi } from 'vitest';
import { profileStage } from './profile-stage.ts';
import { SOON } from './soon.ts';

const stage = profileStage();
const eventually = (check: () => void) => vi.waitFor(check, SOON);

test('a page is recorded from a full snapshot on', async () => {
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.chunks()[0]?.snapshot).toBe(true));
  await page.click('#add');
  await eventually(() => expect(stage.collector.recordings.text()).toContain('Item 0'));
  expect(stage.collector.recordings.chunks()[0]?.encoding).toBe('gzip');
  expect(stage.collector.named('trackerFailed')).toEqual([]);
  expect(stage.collector.named('recordingChanged')).toEqual([]);
});

test('pictures and style sheets come along once, and the recording refers to them', async () => {
  const pictures = () => stage.collector.recordings.assets().filter(({ asset }) => asset.contentType === 'image/svg+xml');
  const page = await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.text()).toContain('"src":"sightline-asset:'));
  await eventually(() => expect(pictures()).toHaveLength(1));
  await page.reload();
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(2));
  await eventually(() => expect(stage.collector.recordings.text().match(/"src":"sightline-asset:/g)?.length).toBeGreaterThan(1));
  const [picture, ...others] = pictures();
  expect(others).toEqual([]);
  expect(picture?.bytes.toString()).toContain('<circle');
  expect(picture?.sent).toBe(1);
});

test('where the policy of the page forbids workers, compression goes on in the page', async () => {
  const page = await stage.context.newPage();
  await page.route('**/recorded.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "worker-src 'none'; child-src 'none'" } });
  });
  await stage.visit('/recorded.html', page);
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  expect(stage.collector.recordings.chunks()[0]?.encoding).toBe('gzip');
});

test('where the browser cannot compress, chunks travel as they are', async () => {
  await stage.context.addInitScript(() => {
    Reflect.deleteProperty(window, 'CompressionStream');
    Reflect.deleteProperty(window, 'Worker');
  });
  await stage.visit('/recorded.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  expect(stage.collector.recordings.chunks()[0]?.encoding).toBe('json');
});

test('settings that cannot be used record nothing and say why', async () => {
  const page = await stage.context.newPage();
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(`${stage.collector.url()}/recorded-wrong.html`);
  await eventually(() => expect(told.join()).toContain('"p[" is no selector'));
  expect(told.join()).toContain('recording.maskText must be a list of texts, got "h1"');
  await page.click('#one');
  await eventually(() => expect(stage.collector.named('click')).toHaveLength(1));
  expect(stage.collector.recordings.chunks()).toEqual([]);
});

test('a page that loads LogUI is recorded where its flight asks for that', async () => {
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/logui-recorded.html`);
  await page.evaluate(
    (endpoint) =>
      (window as unknown as { LogUI: { init(config: unknown): Promise<void> } }).LogUI.init({
        logUIConfiguration: { endpoint, authorisationToken: 'sl_test', verbose: false },
        applicationSpecificData: {},
        trackingConfiguration: {},
      }),
    `${stage.collector.url().replace('http', 'ws')}/ws/endpoint/`,
  );
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
});

test('a frame of another origin that carries the recorder is part of the page’s recording', async () => {
  const page = await stage.visit('/framing.html');
  await eventually(() => expect(stage.collector.recordings.snapshots()).toHaveLength(1));
  const other = stage.collector.url().replace('127.0.0.1', 'localhost');
  await page.evaluate(
    (src) => document.body.append(Object.assign(document.createElement('iframe'), { src, id: 'frame' })),
    `${other}/framed.html`,
  );
  await eventually(() => expect(stage.collector.recordings.text()).toContain('Inside another origin'));
  // By script: Playwright's clicks do not get through to a frame of another origin in Firefox.
  await page
    .frameLocator('#frame')
    .locator('#add')
    .evaluate((button) => (button as HTMLElement).click());
  await eventually(() => expect(stage.collector.recordings.text()).toContain('and changed'));
  expect(stage.collector.recordings.tabs()).toHaveLength(1);
  expect(stage.collector.recordings.text()).not.toContain('qxframedsecret7f3z');
});
