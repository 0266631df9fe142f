import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import type { RunningServer } from './server.ts';

let installation: FreshInstallation;
let server: RunningServer;
let context: BrowserContext;
let desk: Page;
let get: Desk['get'];
let flight: string;
/** Somebody who takes part, in a browser of their own. */
let person: Page;
let code: string;

interface Participant {
  id: string;
  code: string;
  state: string;
  condition: string | null;
  externalId: string | null;
  consentVersion: number | null;
  sessions: string[];
}

beforeAll(async () => {
  installation = await freshInstallation('study');
  ({ server } = installation);
  const owner = await installation.ownersDesk();
  ({ context, page: desk, get } = owner);
  flight = await owner.flight();
});

afterAll(() => installation?.close());

const participants = async () => (await get<{ participants: Participant[] }>(`/flights/${flight}/participants`)).participants;
const stranger = async () => (await installation.browser.newContext()).newPage();

test('a flight becomes a study with its conditions and a consent text', async () => {
  await desk.goto(`${server.url}/study`);
  await desk.getByRole('heading', { name: 'Run this flight as a study' }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByLabel('Name in the link').fill('kiln-study');
  await desk.getByRole('button', { name: 'Run as a study' }).click();
  await desk.getByRole('tab', { name: 'Consent' }).click();
  await desk.getByLabel('What participants agree to').fill('We record what you do.\n\nYou may stop at any time. <b>Really.</b>');
  await desk.getByRole('button', { name: 'Publish as version 1' }).click();
  await desk.getByText('Version 1', { exact: true }).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
});

test('somebody from Prolific reads, agrees, and comes to the study with a code and a condition', async () => {
  person = await stranger();
  await person.goto(`${server.url}/study/kiln-study?PROLIFIC_PID=5f1&STUDY_ID=s1&SESSION_ID=t1`);
  await person.getByText('<b>Really.</b>').waitFor();
  expect(await participants()).toMatchObject([{ state: 'invited', externalId: '5f1', condition: null, consentVersion: null }]);
  await person.getByRole('button', { name: 'I agree and take part' }).click();
  await person.waitForURL(/\/shop\/\?participant=\w{8}&condition=[AB]$/);
  const [only, ...others] = await participants();
  expect(others).toEqual([]);
  expect(only).toMatchObject({ state: 'started', consentVersion: 1, condition: new URL(person.url()).searchParams.get('condition') });
  code = only?.code ?? '';
});

test('their events carry the code and condition, on later pages too, and the live view shows them within seconds', async () => {
  await person.goto(`${server.url}/shop/products.html`);
  await person.getByRole('button', { name: 'Vases' }).click();
  await desk.goto(`${server.url}/live`);
  const row = desk.getByRole('row').filter({ hasText: code });
  await row.getByText('active').waitFor();
  await row.getByText('/shop/products.html').waitFor();
  await desk.getByRole('list', { name: 'What happens' }).getByText('click').first().waitFor();
  await desk.getByText(/1 under way/).waitFor();
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await expect.poll(async () => (await participants())[0]?.sessions.length).toBe(1);
});

test('the same person again is the same participant, in the same condition, and is not asked twice', async () => {
  const again = await stranger();
  await again.goto(`${server.url}/study/kiln-study?PROLIFIC_PID=5f1&STUDY_ID=s1&SESSION_ID=t2`);
  await again.waitForURL(new RegExp(`participant=${code}`));
  expect(await participants()).toHaveLength(1);
  await again.context().close();
});

test.each([
  ['a task that is only shown', '?assignmentId=ASSIGNMENT_ID_NOT_AVAILABLE&hitId=h', 'This is a preview', 200],
  ['nobody’s code', '?participant=NOBODY', 'This code is not known', 404],
  ['no code at all', '', 'Your link is not complete', 403],
])('%s leads to no study and makes no participant', async (_, question, title, status) => {
  const page = await stranger();
  const answer = await page.goto(`${server.url}/study/kiln-study${question}`);
  expect(answer?.status()).toBe(status);
  await page.getByRole('heading', { name: title }).waitFor();
  expect(await participants()).toHaveLength(1);
  await page.context().close();
});

test('twenty invited people who come at once are balanced over the conditions', async () => {
  await desk.goto(`${server.url}/study`);
  await desk.getByRole('button', { name: 'Invite participants' }).click();
  await desk.getByLabel('How many codes').fill('19');
  await desk.getByRole('button', { name: 'Make codes' }).click();
  await desk.getByText('invited 19').waitFor();
  const invited = (await participants()).filter(({ state }) => state === 'invited');
  await Promise.all(
    invited.map((each) =>
      context.request.post(`${server.url}/study/kiln-study/consent`, {
        form: { participant: each.code, version: '1', choice: 'yes' },
        maxRedirects: 0,
      }),
    ),
  );
  const conditions = (await participants()).map(({ condition }) => condition);
  expect(conditions.filter((condition) => condition === 'A')).toHaveLength(10);
  expect(conditions.filter((condition) => condition === 'B')).toHaveLength(10);
});

test('a new version of the consent asks again; who declines is not taken', async () => {
  await context.request.post(`${server.url}/api/v1/flights/${flight}/study/consents`, { data: { text: 'Another text.' } });
  const page = await stranger();
  await page.goto(`${server.url}/study/kiln-study?workerId=A1&assignmentId=B1&hitId=H1`);
  await page.getByRole('button', { name: 'I do not take part' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect((await participants()).filter(({ state }) => state === 'declined')).toMatchObject([
    { externalId: 'A1', condition: null, consentVersion: 2 },
  ]);
  await page.context().close();
});

test('who is led back at the end has completed', async () => {
  await person.goto(`${server.url}/study/kiln-study/complete?participant=${code}`);
  await person.getByRole('heading', { name: 'Thank you for taking part' }).waitFor();
  expect((await participants()).find((each) => each.code === code)).toMatchObject({ state: 'completed' });
});

test('an exclusion takes a reason, and the table of participants has it', async () => {
  await desk
    .getByRole('button', { name: /^[A-Z2-9]{8}$/ })
    .first()
    .click();
  await desk.getByRole('button', { name: 'Exclude …' }).click();
  await desk.getByLabel('Why').fill('a phone, not a desktop');
  expect.soft(await accessibilityFaults(desk)).toEqual([]);
  await desk.getByRole('button', { name: /^Exclude [A-Z2-9]{8}$/ }).click();
  await desk.getByText('a phone, not a desktop').first().waitFor();
  const csv = await (await context.request.get(`${server.url}/api/v1/flights/${flight}/participants.csv`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(22);
  expect(csv).toContain('"a phone, not a desktop"');
});

test('who withdraws is asked for by code, and nothing of them is left but that', async () => {
  const before = (await participants()).find((each) => each.code === code);
  const [session] = before?.sessions ?? [];
  const data = { flight, format: 'csv' };
  const asked = await context.request.post(`${server.url}/api/v1/exports`, { data, headers: { origin: server.url } });
  const { id } = (await asked.json()) as { id: string };
  const stateOf = async () => (await get<{ state: string }>(`/exports/${id}`)).state;
  await expect.poll(stateOf).toBe('finished');
  expect((await context.request.get(`${server.url}/api/v1/exports/${id}/file`)).status()).toBe(200);
  await person.context().close();
  await desk.goto(`${server.url}/study?find=${code}&open=${before?.id}`);
  await desk.getByRole('button', { name: 'Withdraw and erase …' }).click();
  await desk.getByLabel(`Type “${code}” to erase their data`).fill(code);
  await desk.getByRole('button', { name: `Erase all data of ${code}` }).click();
  await desk.getByRole('gridcell', { name: 'withdrawn' }).waitFor();
  // Nothing more is taken of them from that moment on; then what is there goes.
  await expect.poll(async () => (await participants()).find((each) => each.code === code)?.sessions).toEqual([]);
  expect((await participants()).find((each) => each.code === code)).toMatchObject({
    state: 'withdrawn',
    externalId: null,
    condition: before?.condition,
  });
  expect((await context.request.get(`${server.url}/api/v1/sessions/${session}`)).status()).toBe(404);
  await expect.poll(stateOf).toBe('erased');
  expect((await context.request.get(`${server.url}/api/v1/exports/${id}/file`)).status()).toBe(404);
});
