import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DEFAULT_CAPTURE, type ApplicationId, type CaptureSettings, type FlightId } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settingsHash } from '../registry/settings-hash.ts';
import { publicSettings } from './public-settings.ts';
import { scripts } from './scripts.ts';

const CHANGED: CaptureSettings = {
  ...DEFAULT_CAPTURE,
  events: ['clipboard', 'pageScroll'],
  logui: { 'buttons\u2028': { selector: 'button', event: 'click', name: '</script>' } },
  recording: { ...DEFAULT_CAPTURE.recording, enabled: true },
  presence: { ...DEFAULT_CAPTURE.presence, idleAfterS: 60 },
  consent: 'required',
  doNotTrack: 'ignore',
};
const versionOf = (settings: CaptureSettings) => ({ version: 1, hash: settingsHash(settings), settings, createdAt: 0, createdBy: null });
const gate = {
  application: 'a' as ApplicationId,
  flight: 'f' as FlightId,
  active: true,
  allowedOrigins: ['*'],
  acceptsUnsigned: false,
};
const known: Record<string, CaptureSettings> = {
  sl_default: DEFAULT_CAPTURE,
  sl_changed: CHANGED,
  sl_study: DEFAULT_CAPTURE,
  sl_quiet: { ...DEFAULT_CAPTURE, events: [], presence: { ...DEFAULT_CAPTURE.presence, enabled: false }, doNotTrack: 'count' },
};

const SCRIPT = 'ran(Object.assign({},document.currentScript.dataset));';
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sightline-scripts-'));

beforeAll(async () => {
  for (const file of ['sightline.js', 'logui.js', 'sightline-more.js', 'sightline-builder.js']) writeFileSync(join(folder, file), SCRIPT);
  const settingsOf = async (token: string) =>
    known[token] && { gate, newest: versionOf(known[token]), parameters: token === 'sl_study' ? ['participant', 'condition'] : [] };
  app = fastify();
  await app.register(
    scripts(folder, { settingsOf, grants: { check: async (grant) => (grant === 'g.1' ? { flight: 'f', by: 'Olga' } : undefined) } }),
  );
  await app.register(publicSettings(settingsOf));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function run(
  script: string,
  dataset: Record<string, string> = {},
  { hash = '', search = '?a=1', sessionStorage = {} as Record<string, string> } = {},
) {
  const ran = vi.fn<(dataset: Record<string, string>) => void>();
  const warn = vi.fn<(message: string) => void>();
  const data: object[] = [];
  const window: { sightline?: unknown } = {
    sightline: { track: () => undefined, setApplicationSpecificData: (given: object) => data.push(given) },
  };
  const loaded: { src?: string }[] = [];
  const replaced: string[] = [];
  runInNewContext(script, {
    document: {
      currentScript: { dataset, src: 'https://stats.example/sightline.js?token=t' },
      createElement: () => ({}),
      head: { append: (element: object) => loaded.push(element) },
    },
    location: { hash, pathname: '/shop', search },
    history: { state: null, replaceState: (_state: unknown, _title: string, url: string) => replaced.push(url) },
    sessionStorage,
    URL,
    URLSearchParams,
    ran,
    console: { warn },
    window,
  });
  return {
    seen: ran.mock.calls[0]?.[0],
    warned: warn.mock.calls[0]?.[0],
    window,
    loaded: loaded.map(({ src }) => src),
    replaced,
    sessionStorage,
    data,
  };
}
const get = async (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each([
  ['sl_default', { flightToken: 'sl_default', settingsHash: settingsHash(DEFAULT_CAPTURE) }],
  ['sl_quiet', { flightToken: 'sl_quiet', settingsHash: expect.any(String), events: 'none', presence: 'off', doNotTrack: 'count' }],
  [
    'sl_changed',
    {
      flightToken: 'sl_changed',
      settingsHash: settingsHash(CHANGED),
      events: 'clipboard,pageScroll',
      presence: '{"idleAfterS":60,"resumeWithinS":300,"idleEndsS":1800}',
      recording: JSON.stringify(CHANGED.recording),
      logui: JSON.stringify(CHANGED.logui),
      consent: 'required',
      doNotTrack: 'ignore',
    },
  ],
])('the settings of %s arrive as attributes of the script, no more than differ from what it does anyway', async (token, attributes) => {
  for (const file of ['sightline.js', 'logui.js']) {
    expect(run((await get(`/${file}?token=${token}`)).body).seen).toEqual(attributes);
  }
});

test('what the page’s own tag says stays', async () => {
  const { body } = await get('/sightline.js?token=sl_changed');
  const { seen } = run(body, { flightToken: 'sl_own', events: 'all', consent: '' });
  expect(seen).toMatchObject({ flightToken: 'sl_own', events: 'all', consent: '', doNotTrack: 'ignore' });
});

test('an unknown token records nothing, says so, and leaves the page’s own calls harmless', async () => {
  const { body, statusCode } = await get('/sightline.js?token=sl_revoked');
  const { seen, warned } = run(body);
  expect(statusCode).toBe(200);
  expect(seen).toBeUndefined();
  expect(warned).toContain('not known, or was revoked');
  expect(run(body, { flightToken: 'sl_own' }).seen).toEqual({ flightToken: 'sl_own' });
});

test('logui.js with an unknown token still runs: its pages name their flight in a call', async () => {
  const { seen, warned } = run((await get('/logui.js?token=nobody')).body);
  expect([seen, typeof warned]).toEqual([{}, 'string']);
});

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['', undefined, (body: Buffer) => body],
  ['deflate', undefined, (body: Buffer) => body],
] as const)('accepting "%s", a page gets it as %s', async (accepted, encoding, decode) => {
  const plain = await get('/sightline.js?token=sl_changed');
  const answer = await get('/sightline.js?token=sl_changed', { 'accept-encoding': accepted });
  expect(answer.headers['content-encoding']).toBe(encoding);
  expect(decode(answer.rawPayload).toString()).toBe(plain.body);
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
  });
});

test('a script that did not change is not sent again; one whose settings did is', async () => {
  const first = await get('/sightline.js?token=sl_changed');
  const etag = String(first.headers.etag);
  expect((await get('/sightline.js?token=sl_changed', { 'if-none-match': etag })).statusCode).toBe(304);
  expect((await get('/sightline.js?token=sl_default', { 'if-none-match': etag })).statusCode).toBe(200);
});

test('without a token, and for add-ons, scripts are as they were built', async () => {
  expect((await get('/sightline.js')).body).toBe(SCRIPT);
  expect((await get('/sightline-more.js?token=sl_changed')).body).toBe(SCRIPT);
});

test.each([
  ['/v1/settings?token=sl_changed', 200, { version: 1, hash: settingsHash(CHANGED), settings: CHANGED }],
  ['/v1/settings?token=nobody', 404, { error: 'tokenInvalid', field: 'token' }],
  ['/v1/settings', 400, { error: 'tokenInvalid', message: 'token: is missing' }],
])('%s answers %i, from any site', async (url, status, body) => {
  const answer = await get(url, { origin: 'https://shop.example' });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject(body);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
});

test('a page opened with a builder’s grant gets the builder, records nothing, and its address loses the grant', async () => {
  const { body } = await get('/sightline.js?token=sl_changed');
  const opened = run(body, {}, { hash: '#sightline-builder=g.1' });
  expect(opened).toMatchObject({
    seen: undefined,
    loaded: ['https://stats.example/sightline-builder.js?token=sl_changed&grant=g.1'],
    replaced: ['/shop?a=1'],
    sessionStorage: { 'sightline-builder': 'g.1' },
  });
  // The next page of the same tab.
  expect(run(body, {}, { sessionStorage: opened.sessionStorage })).toMatchObject({
    seen: undefined,
    replaced: [],
    loaded: [expect.any(String)],
  });
  expect(run(body, {}, { hash: '#contents' })).toMatchObject({ seen: { flightToken: 'sl_changed' }, loaded: [], replaced: [] });
});

test.each([
  ['token=sl_changed&grant=g.1', true],
  ['token=sl_changed&grant=g.2', false],
  ['token=nobody&grant=g.1', false],
  ['', false],
])('the builder is handed over for "%s": %s', async (question, isHanded) => {
  expect((await get(`/sightline-builder.js?${question}`)).body === SCRIPT).toBe(isHanded);
});

test('who came through a recruitment link is told to the tracker, on later pages of the tab too', async () => {
  const { body } = await get('/sightline.js?token=sl_study');
  const first = run(body, {}, { search: '?participant=P1&condition=c2&order=' });
  expect(first.data).toEqual([{ participant: 'P1', condition: 'c2' }]);
  expect(run(body, {}, { search: '', sessionStorage: first.sessionStorage }).data).toEqual([{ participant: 'P1', condition: 'c2' }]);
  expect(run(body, {}, { search: '?a=1' }).data).toEqual([]);
});
