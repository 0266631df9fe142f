import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMirror, type RrwebEvent } from '@sightline/metrics';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { sightline, type RunningServer } from './server.ts';

// One page, recorded by the real rrweb and posted as the recording backend's pages do; each test reads it in another way.
const SESSION = '9d3bbf1e-6f0c-4c6a-9a55-0c5b8f3f6c11';
/** rrweb as one script, where the package that uses it has it. */
const scriptOf = (user: 'tracker' | 'dashboard', name: 'record' | 'replay') =>
  join(dirname(createRequire(new URL(`../packages/${user}/package.json`, import.meta.url)).resolve(`@rrweb/${name}`)), `${name}.umd.cjs`);

let installation: FreshInstallation;
let dataDir: string;
let server: RunningServer;
let browser: Browser;
let sent: RrwebEvent[];
/** What the page showed at moments, with the number of events there were. */
let shown: { events: number; picture: string }[];

const PAGE = `<!doctype html><title>A page</title><style>.on { color: red }</style>
<h1>Shopping</h1><ul id="list"></ul><input id="name" value="before"><div id="host"></div><style id="made"></style>
<iframe id="frame" srcdoc="<p id=inner>in a frame</p>"></iframe>`;

/** Everything that people would see, as text: elements, their state, shadow roots, frames and the rules of style sheets. */
const PICTURE = `globalThis.picture = (root) => {
  const lines = [];
  const walk = (node, depth) => {
    if (/^(?:SCRIPT|NOSCRIPT)$/.test(node.nodeName) || node.nodeType === 10) return;
    const rules = node.nodeName === 'STYLE' && node.sheet ? [...node.sheet.cssRules].map((rule) => rule.cssText).join('') : undefined;
    if (rules !== undefined && /rr-block|rrweb-paused/.test(rules)) return;
    if (node.nodeType === 3 && !node.data.trim()) return;
    const kept = node.attributes ? [...node.attributes].filter(({ name }) => /^(?:id|title|data-.*)$/.test(name)).map(({ name, value }) => name + '=' + value).sort() : [];
    const seen = node.style?.cssText ? ' {' + node.style.cssText + '}' : '';
    const names = node.classList ? [...node.classList].filter((name) => !/hover|rrweb/.test(name)).join('.') : '';
    lines.push(' '.repeat(depth) + (node.nodeType === 3 ? JSON.stringify(node.data.trim()) : node.nodeName + '.' + names + ' ' + kept + seen + (node.nodeName === 'INPUT' ? ' = ' + node.value : '')) + (rules ?? ''));
    if (rules !== undefined) return;
    for (const child of node.shadowRoot?.childNodes ?? []) walk(child, depth + 2);
    for (const child of node.nodeName === 'IFRAME' ? (node.contentDocument?.body?.childNodes ?? []) : node.childNodes) walk(child, depth + 1);
  };
  walk(root.body, 0);
  return lines.join('\\n');
};`;

const STEPS = [
  `for (let i = 0; i < 30; i += 1) list.append(Object.assign(document.createElement('li'), { textContent: 'item ' + i, title: 't' + i }))`,
  `name.value = 'typed'; name.dispatchEvent(new Event('input', { bubbles: true }))`,
  `host.attachShadow({ mode: 'open' }).innerHTML = '<b>in a shadow</b>'`,
  `list.prepend(list.children[20]); list.children[3].remove(); list.children[5].classList.add('on')`,
  `list.style.setProperty('margin-top', '4px'); list.style.setProperty('color', 'green'); list.style.removeProperty('color')`,
  `made.sheet.insertRule('.on { top: 1px }'); made.sheet.insertRule('.off { top: 2px }', 1); made.sheet.deleteRule(0)`,
  `frame.contentDocument.getElementById('inner').textContent = 'changed in the frame'`,
  `host.shadowRoot.firstChild.textContent = 'changed in the shadow'; document.querySelector('h1').textContent = 'The end'`,
];

beforeAll(async () => {
  installation = await freshInstallation('recording-files');
  ({ server, browser, dataDir } = installation);
  ({ sent, shown } = await record());
});
afterAll(() => installation?.close());

async function record() {
  const page = await browser.newPage();
  await page.goto(`${server.url}/healthz`);
  await page.setContent(PAGE);
  await page.waitForFunction(`document.getElementById('frame').contentDocument?.getElementById('inner')`);
  await page.addScriptTag({ path: scriptOf('tracker', 'record') });
  await page.evaluate(PICTURE);
  await page.evaluate(`globalThis.sent = []; globalThis.fresh = [];
    (rrwebRecord.record ?? rrwebRecord)({ emit: (event) => { sent.push(event); fresh.push(event); } });
    globalThis.post = () => fetch('/api/record', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session_id: '${SESSION}', events: fresh.splice(0) }) }).then((answer) => answer.json());
    globalThis.settle = () => new Promise((resolve) => setTimeout(resolve, 60));`);
  await page.evaluate('settle()');
  const moments: { events: number; picture: string }[] = [];
  for (const step of STEPS) {
    await page.evaluate(
      `{ const [list, name, host, made, frame] = ['list', 'name', 'host', 'made', 'frame'].map((id) => document.getElementById(id)); ${step} }`,
    );
    await page.evaluate('settle()');
    moments.push({ events: (await page.evaluate('sent.length')) as number, picture: (await page.evaluate('picture(document)')) as string });
    expect(await page.evaluate('post()')).toEqual({ status: 'ok' });
  }
  const all = JSON.parse((await page.evaluate('JSON.stringify(sent)')) as string) as RrwebEvent[];
  await page.close();
  return { sent: all, shown: moments };
}

test('all events come back in order, as they were sent', async () => {
  await expect.poll(async () => (await stored()).length).toBe(sent.length);
  expect(await stored()).toEqual(sent);
});

test('the raw rrweb file holds the same', async () => {
  const file = join(dataDir, 'rrweb.json');
  await sightline(dataDir, ['export', '--session', SESSION, '--format', 'rrweb', '--out', file]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(sent);
});

test('a mirror’s snapshot, replayed, shows what the page showed, at every step', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ path: scriptOf('dashboard', 'replay') });
  await page.evaluate(PICTURE);
  const mirror = createMirror();
  let applied = 0;
  for (const { events, picture } of shown) {
    for (const event of sent.slice(applied, events)) mirror.apply(event);
    applied = events;
    const snapshot = mirror.snapshot() ?? [];
    await page.evaluate(`document.body.replaceChildren();
      globalThis.replayer = new (rrwebReplay.Replayer ?? rrwebReplay)([...${JSON.stringify(snapshot)}, { type: 5, data: { tag: 'end', payload: {} }, timestamp: ${mirror.state.at + 1000} }], { root: document.body, mouseTail: false, showWarning: false });
      replayer.pause(1);`);
    await page.waitForTimeout(100);
    expect(await page.evaluate('picture(replayer.iframe.contentDocument)')).toBe(picture);
  }
  await page.close();
});

test('the replay file plays without a network, shows the page as it was, and lets nothing out', async () => {
  const file = join(dataDir, 'replay.html');
  await sightline(dataDir, ['export', '--session', SESSION, '--format', 'replay', '--out', file]);
  const context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  await frameShows(page, 'Shopping');
  await page.evaluate(PICTURE);
  await page.getByLabel('Time').focus();
  await page.keyboard.press('End');
  await frameShows(page, 'The end');
  await expect.poll(() => page.evaluate(`picture(document.querySelector('#frame iframe').contentDocument)`)).toBe(shown.at(-1)?.picture);
  await page.keyboard.press('Home');
  await frameShows(page, 'Shopping');
  await page.getByRole('button', { name: 'Play' }).click();
  // The page was recorded as fast as this machine went: playing it leads to its end, be that in less than the clock's second.
  await frameShows(page, 'The end');
  expect(await page.locator('#frame iframe').getAttribute('sandbox')).not.toContain('allow-scripts');
  expect(requests.filter((url) => !/^(?:file|data|blob|about):/.test(url))).toEqual([]);
  expect(troubles).toEqual([]);
  await context.close();
});

test('the replay file is readable for everybody', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(dataDir, 'replay.html')).href);
  await frameShows(page, 'Shopping');
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const faults = await page.evaluate(
    `axe.run({ exclude: ['#frame'] }, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
  expect(faults).toEqual([]);
  await page.close();
});

const stored = async () => {
  const answer = await fetch(`${server.url}/api/session/${SESSION}/recording`);
  return answer.ok ? ((await answer.json()) as { events: unknown[] }).events : [];
};

const frameShows = (page: Page, text: string) =>
  expect
    .poll(() => page.evaluate(`document.querySelector('#frame iframe')?.contentDocument?.querySelector('h1')?.textContent`), {
      timeout: 30_000,
    })
    .toBe(text);
