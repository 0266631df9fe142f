import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { browserStage } from './browser-stage.ts';
import { fillWithSecrets, SECRETS } from './fill-with-secrets.ts';
import { spellings } from './spellings.ts';

const stage = browserStage();

/** Everything that left the page, with what was packed in it unpacked. */
const sent = () => {
  const plain = stage.collector.bodies.join('\n');
  const packed = [...plain.matchAll(/H4sI[A-Za-z0-9+/=]{20,}/g)].map(([text]) => gunzipSync(Buffer.from(text, 'base64')).toString());
  const assets = stage.collector.recordings.assets().map(({ bytes }) => bytes.toString());
  return [plain, ...packed, ...assets].join('\n');
};

test('nothing that was typed leaves the page, wherever the page repeats it', async () => {
  const page = await stage.context.newPage();
  await page.goto(`${stage.collector.url()}/leaks.html`);
  await vi.waitFor(() => expect(stage.collector.recordings.events().length).toBeGreaterThan(2), { timeout: 30_000 });
  await fillWithSecrets(page);
  await page.waitForTimeout(1_500);
  // A snapshot of the page as it is now has all of it once more: of a new document with the fields filled as browsers do after `back`.
  await page.evaluate(() => {
    document.getElementById('echo')?.replaceWith(document.getElementById('echo')?.cloneNode(true) ?? '');
    document.body.append(document.body.cloneNode(true));
  });
  await page.waitForTimeout(1_500);
  await page.close();
  await vi.waitFor(() => expect(stage.collector.named('trackerReport').length).toBeGreaterThan(0), { timeout: 30_000 });

  const events = JSON.stringify(stage.collector.recordings.events());
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
  const inputs = stage.collector.recordings
    .events()
    .flatMap((event) => (event.type === 3 && event.data.source === 5 ? event.data.text : []));
  expect(inputs.filter((text) => !/^(?:[*\n]*|on|ok|one)$/.test(text))).toEqual([]);
});

const around = (text: string, found: string) => {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 120), at + found.length + 40);
};
