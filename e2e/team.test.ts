import { createHmac, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { sightline, type RunningServer } from './server.ts';

const EMAIL = 'olga@example.org';
const PASSWORD = 'a kettle full of stars';
const VIEWS = [
  ['/', 'Home'],
  ['/info', 'Info'],
  ['/contact', 'Contact'],
] as const;

let installation: FreshInstallation;
let server: RunningServer;
let desk: Page;
let key = '';

beforeAll(async () => {
  installation = await freshInstallation('team');
  ({ server } = installation);
  const password = (await sightline(installation.dataDir, ['user', 'add', '--email', EMAIL, '--name', 'Olga', '--role', 'owner'])).trim();
  await visits('ada@example.org');
  await visits('countess@example.org');
  await visits();
  desk = await signedIn(EMAIL, password);
  await desk.getByRole('navigation').first().waitFor();
});

afterAll(() => installation?.close());

/** Three page views of one browser profile as UNT's plugin tells them, and who it was, where somebody said. */
async function visits(email?: string): Promise<void> {
  const uuid = randomUUID();
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${server.url}/user/${uuid}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`UNT's call was answered ${answer.status}: ${await answer.text()}`);
  };
  for (const [index, [path, title]] of VIEWS.entries()) {
    await post('track', { title, url: `https://lab.example.org${path}`, datetime: Date.now() - (VIEWS.length - index) * 20_000 });
  }
  if (email !== undefined) await post('email', { email });
}

async function signedIn(email: string, password: string): Promise<Page> {
  const page = await fresh();
  await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

const fresh = async (): Promise<Page> => (await installation.desk()).page;

/** No fault by axe and nothing wider than the window, on a desk and on a phone. */
async function holdsUp(page: Page): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `overflow at ${width} px`).toBe(0);
    expect.soft(await accessibilityFaults(page), `${page.url()} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('UNT’s dashboard leads to the people, and a person to their history', async () => {
  await desk.goto(`${server.url}/dashboard`);
  await desk.waitForURL(/\/people/);
  await desk.getByRole('link', { name: 'ada@example.org' }).waitFor();
  expect(await desk.getByRole('row').count()).toBe(3);
  await holdsUp(desk);
  await desk.getByRole('link', { name: 'ada@example.org' }).click();
  const history = desk.getByRole('grid', { name: 'History' }).getByRole('row');
  await history.nth(3).waitFor();
  await history.nth(1).getByText('Contact').waitFor();
  await desk.getByLabel('Page address or title').fill('info');
  await expect.poll(() => history.count()).toBe(2);
  await holdsUp(desk);
});

test('two people are merged into one, and parted again', async () => {
  await desk.getByRole('button', { name: 'Merge with another person' }).click();
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /countess@example\.org/ })
    .click();
  await desk.getByText('2 sessions').waitFor();
  await desk.getByText('6 page views').waitFor();
  await desk.getByRole('button', { name: 'Undo merge' }).click();
  await desk.getByText('3 page views').waitFor();
  await desk.getByRole('link', { name: 'All people' }).click();
  await desk.getByRole('link', { name: 'countess@example.org' }).waitFor();
  await desk.getByRole('button', { name: 'Without identity' }).click();
  await desk.getByRole('link', { name: /^Visitor / }).waitFor();
});

test('the overview tells of traffic, and a page leads to its sessions', async () => {
  await desk.goto(`${server.url}/overview`);
  await desk
    .getByText(/^3 sessions by/)
    .first()
    .waitFor();
  await desk.getByRole('button', { name: 'As a table' }).click();
  await desk.getByRole('columnheader', { name: 'Page views' }).waitFor();
  await holdsUp(desk);
  await desk.getByRole('link', { name: 'All pages' }).click();
  await desk.getByRole('link', { name: /^\/info/ }).waitFor();
  await holdsUp(desk);
  await desk.getByRole('link', { name: /^\/info/ }).click();
  await desk.waitForURL(/\/sessions\?.*page=/);
  await desk.getByRole('grid', { name: 'Sessions' }).getByRole('row').nth(3).waitFor();
});

test('somebody invited joins by the link and sees what they may, no more', async () => {
  await desk.goto(`${server.url}/team`);
  await desk.getByLabel('Email').fill('vera@example.org');
  await desk.getByRole('combobox', { name: 'May' }).selectOption('viewer');
  await desk.getByRole('button', { name: 'Make the link' }).click();
  const link = (await desk.locator('code', { hasText: '/join#' }).textContent()) ?? '';
  await holdsUp(desk);

  const vera = await fresh();
  await vera.goto(link);
  await vera.getByLabel('Name').fill('Vera');
  await vera.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await holdsUp(vera);
  await vera.getByRole('button', { name: 'Create account' }).click();
  await vera.getByRole('navigation').first().waitFor();
  await vera.goto(`${server.url}/people`);
  await vera.getByRole('link', { name: 'ada@example.org' }).waitFor();
  await vera.goto(`${server.url}/team`);
  await vera.getByText('Only owners see this page').waitFor();
  const flights = await vera.request.get(`${server.url}/api/v1/applications`);
  const { applications } = (await flights.json()) as { applications: { flights: { id: string }[] }[] };
  const refused = await vera.request.patch(`${server.url}/api/v1/flights/${applications[0]?.flights[0]?.id}`, {
    data: { active: false },
    headers: { origin: server.url },
  });
  expect(refused.status()).toBe(403);
  await vera.context().close();

  await desk.reload();
  const role = desk.getByLabel(/What Vera may do in/);
  expect(await role.inputValue()).toBe('viewer');
  await role.selectOption('researcher');
  await expect.poll(() => role.inputValue()).toBe('researcher');
});

test('a key lets a program in until it is revoked', async () => {
  await desk.goto(`${server.url}/keys`);
  await desk.getByText('No key yet.').waitFor();
  await desk.getByLabel('What it is for').fill('notebook');
  await desk.getByRole('button', { name: 'Make a key' }).click();
  key = (await desk.locator('code', { hasText: 'slk_' }).first().textContent()) ?? '';
  const ask = () => fetch(`${server.url}/api/v1/applications`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  await holdsUp(desk);
  await desk.getByRole('button', { name: 'Revoke notebook' }).click();
  await desk.getByRole('button', { name: 'Revoke key' }).click();
  await desk.getByText('No key yet.').waitFor();
  expect((await ask()).status).toBe(401);
});

test('what was done stands in the audit log', async () => {
  await desk.goto(`${server.url}/audit`);
  await desk.getByRole('gridcell', { name: 'access.invitations.make' }).waitFor();
  await desk.getByLabel('Person or thing').fill('vera');
  await expect.poll(() => desk.getByRole('gridcell', { name: 'access.invitations.make' }).count()).toBe(0);
  await desk.getByLabel('Person or thing').fill('olga');
  await desk.getByRole('gridcell', { name: 'people.merge.make' }).waitFor();
  await holdsUp(desk);
});

test('a second factor is set up with a QR code, and asked for at the next sign-in', async () => {
  const vera = await signedIn('vera@example.org', PASSWORD);
  await vera.getByRole('navigation').first().waitFor();
  await vera.goto(`${server.url}/account`);
  await vera.getByRole('heading', { level: 1 }).waitFor();
  await holdsUp(vera);
  await vera.getByLabel('Your password, to be sure that it is you').fill(PASSWORD);
  await vera.getByRole('button', { name: 'Set up' }).click();
  await vera.getByRole('img', { name: 'QR code for the authenticator' }).waitFor();
  const secret = (await vera.locator('code').first().textContent()) ?? '';
  await holdsUp(vera);
  await vera.getByLabel('Code that the app shows now').fill(totp(secret));
  await vera.getByRole('button', { name: 'Turn on' }).click();
  await vera.getByText('It is on.').waitFor();
  await vera.context().close();

  const again = await signedIn('vera@example.org', PASSWORD);
  await again.getByRole('heading', { name: 'One more step' }).waitFor();
  await holdsUp(again);
  await again.getByLabel('Code').fill(totp(secret));
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.getByRole('navigation').first().waitFor();
  await again.goto(`${server.url}/account`);
  await again.getByRole('combobox', { name: 'Tables' }).selectOption('compact');
  await expect.poll(() => again.evaluate(() => document.documentElement.dataset.density)).toBe('compact');
  await again.reload();
  expect(await again.getByRole('combobox', { name: 'Tables' }).inputValue()).toBe('compact');
});

/** The code an authenticator shows now (RFC 6238, SHA-1, 30 s, 6 digits). */
function totp(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', bytes).update(counter).digest();
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 0xf) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}
