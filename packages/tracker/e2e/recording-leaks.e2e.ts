import { gunzipSync } from 'node:zlib';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createCollector, type Collector } from './collector.ts';
import { spellings } from './spellings.ts';

let browser: Browser;
let collector: Collector;
let context: BrowserContext;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
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

/** Typed key by key. */
const TYPED = {
  text: 'qxtextfield7f3z',
  search: 'qxsearchfield7f3z',
  email: 'qxemail7f3z@example.org',
  url: 'https://qxurlfield7f3z.example/',
  tel: '0417726389105',
  password: 'qxpassword7f3z',
  number: '904172635',
  area: 'qxareafirst7f3z\nqxareasecond7f3z',
  cleared: 'qxcleared7f3z',
  editable: 'qxeditable7f3z',
  role: 'qxroletextbox7f3z',
  toggled: 'qxtoggled7f3z',
  card: '4929417726389105',
  code: '58203917',
  named: '739162',
  rendered: 'qxrendered7f3z',
  echoed: 'qxechoed field7f3z',
  ignored: 'qxignored7f3z',
  listed: 'qxlisted7f3z',
  'in-blocked': 'qxinblocked7f3z',
  'in-rr-block': 'qxinrrblock7f3z',
  'in-private': 'qxinprivate7f3z',
  shadowed: 'qxshadowed7f3z',
};
/** Set at once, as by a date picker. */
const SET = { date: '1987-03-29', time: '03:47', month: '1983-11', week: '1991-W37', datetime: '1979-08-17T05:39', color: '#3a7f91' };
const OTHERS = [
  'qxhiddenfield7f3z',
  'qxhiddenlater7f3z',
  'qxaccountnumber7f3z',
  'qxpagetext7f3z',
  'qxfilled7f3z',
  'qxpasted7f3z',
  'qxdropped7f3z',
  'qxframed7f3z',
  'qxfilename7f3z',
  'qxinline7f3z',
  'qxuntyped7f3z',
];
const SECRETS = [...Object.values(TYPED).flatMap((text) => text.split('\n')), ...Object.values(SET), ...OTHERS];

const fill = async (page: Page) => {
  for (const [id, text] of Object.entries(TYPED)) {
    await page.focus(`#${id}`);
    await page.keyboard.type(text);
  }
  for (const [id, text] of Object.entries(SET)) await page.fill(`#${id}`, text);
  await page.setInputFiles('#file', { name: 'qxfilename7f3z.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.frameLocator('#frame').locator('#framed').pressSequentially('qxframed7f3z');
  await page.fill('#cleared', '');
  await page.evaluate(() => {
    const field = (id: string) => document.getElementById(id) as HTMLInputElement;
    const input = (id: string, value: string, inputType: string) => {
      field(id).value = value;
      field(id).dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: value }));
    };
    input('filled', 'qxfilled7f3z', 'insertReplacementText');
    input('dropped', 'qxdropped7f3z', 'insertFromDrop');
    field('pasted').focus();
    document.execCommand('insertText', false, 'qxpasted7f3z');
    field('hidden').value = 'qxhiddenlater7f3z';
    field('untyped').value = 'qxuntyped7f3z';
    field('untyped').setAttribute('placeholder', 'qxuntyped7f3z');
    field('checkbox').click();
    field('radio').click();
    const inline = field('inline');
    inline.contentEditable = 'true';
    inline.focus();
    document.execCommand('insertText', false, 'qxinline7f3z');
    inline.contentEditable = 'inherit';
  });
};

/** Everything that left the page, with what was packed in it unpacked. */
const sent = () => {
  const plain = collector.bodies.join('\n');
  const packed = [...plain.matchAll(/H4sI[A-Za-z0-9+/=]{20,}/g)].map(([text]) => gunzipSync(Buffer.from(text, 'base64')).toString());
  const assets = collector.recordings.assets().map(({ bytes }) => bytes.toString());
  return [plain, ...packed, ...assets].join('\n');
};

test('nothing that was typed leaves the page, wherever the page repeats it', async () => {
  const page = await context.newPage();
  await page.goto(`${collector.url()}/leaks.html`);
  await vi.waitFor(() => expect(collector.recordings.events().length).toBeGreaterThan(2), { timeout: 15_000 });
  await fill(page);
  await page.waitForTimeout(1_500);
  // A snapshot of the page as it is now has all of it once more: of a new document with the fields filled as browsers do after `back`.
  await page.evaluate(() => {
    document.getElementById('echo')?.replaceWith(document.getElementById('echo')?.cloneNode(true) ?? '');
    document.body.append(document.body.cloneNode(true));
  });
  await page.waitForTimeout(1_500);
  await page.close();
  await vi.waitFor(() => expect(collector.named('trackerReport').length).toBeGreaterThan(0), { timeout: 10_000 });

  const events = JSON.stringify(collector.recordings.events());
  expect(events).toContain('********');
  const all = sent()
    // The page's own title and address are told with its events; what a page writes there is its own.
    .replaceAll(/"(?:title|url|referrer)":"[^"]*"/g, '');
  const found = SECRETS.flatMap((secret) =>
    spellings(secret)
      .filter((form) => all.includes(form))
      .map((form) => `${secret}: ${around(all, form)}`),
  );
  expect(found).toEqual([]);
  const inputs = collector.recordings.events().flatMap((event) => (event.type === 3 && event.data.source === 5 ? event.data.text : []));
  expect(inputs.filter((text) => !/^(?:[*\n]*|on|ok|one)$/.test(text))).toEqual([]);
}, 60_000);

const around = (text: string, found: string) => {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 120), at + found.length + 40);
};
