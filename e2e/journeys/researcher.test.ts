import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshInstallation, type Desk, type FreshInstallation } from '../fresh-installation.ts';
import { openShadows } from '../open-shadows.ts';
import { downloadExport } from './download-export.ts';
import { follow } from './follow.ts';
import { setUp } from './set-up.ts';
import { takePart } from './take-part.ts';
import { MEASURED } from '../patience.ts';

const SAVE = /^Save as version \d+$/;

// A researcher's way from an empty installation to numbers in a file: each test goes on where the one before it stopped.
let installation: FreshInstallation;
let desk: Page;
let context: Desk['context'];
let site = '';
/** Clicks by condition, as the console shows them. */
const shown: Record<string, { n: number; mean: number }> = {};
/** Who takes part, in the order in which they came. */
const people: { code: string; link: string; page: Page; condition: string }[] = [];

beforeAll(async () => {
  installation = await freshInstallation('researcher');
  ({ page: desk, context } = await installation.desk());
  await openShadows(context);
});
afterAll(() => installation?.close());

test('an account, an application and a flight', async () => {
  const first = { application: 'Search study', flight: 'spring', origin: 'https://lab.example.org', record: false };
  const [, token = ''] = /token=([\w-]+)/.exec(await setUp(installation.server, desk, first)) ?? [];
  expect(token).not.toBe('');
  site = `${installation.server.url}/search/?token=${token}`;
  await desk.getByRole('link', { name: 'Go to the console' }).click();
});

test('what the flight records is set in a form: recording, masking, consent', async () => {
  await follow(desk, 'Flights');
  await desk.getByRole('region', { name: 'Search study' }).getByRole('link', { name: 'Open settings' }).click();
  await desk.getByLabel('Record nothing before the visitor agreed').check({ force: true });
  await desk.getByLabel('Record the page for replay').check({ force: true });
  await desk.getByLabel('Mask the text of (CSS selectors, one on a line)').fill('#who');
  await desk.getByRole('button', { name: SAVE }).click();
  await desk.getByRole('button', { name: SAVE }).waitFor({ state: 'detached' });
});

test('groups are made by pointing at the search page, whose origin is allowed on the way', async () => {
  await desk.getByRole('button', { name: 'Open builder' }).click();
  await desk.getByLabel('Page to open').fill(`${site}&q=clay`);
  await desk.getByText(`This flight refuses events from ${installation.server.url}`).waitFor();
  await desk.getByRole('button', { name: `Allow ${installation.server.url}` }).click();
  await desk.getByText('This flight refuses events').waitFor({ state: 'detached' });
  const opened = context.waitForEvent('page');
  await desk.getByRole('button', { name: 'Open the page with the builder' }).click();
  const page = await opened;
  // The experiment asks first; what is chosen here holds for this browser alone.
  await page.getByRole('button', { name: 'Record nothing' }).click();
  const overlay = page.locator('sightline-builder');
  await page.locator('.result a').first().click();
  await overlay.getByLabel('CSS selector').fill('.result a');
  await overlay.getByLabel('Name in the log').fill('RESULT_CLICK');
  await overlay.getByLabel('Name of the group').fill('results');
  await overlay.getByRole('button', { name: 'Add a value' }).click();
  await overlay.getByLabel('called').fill('rank');
  await overlay.getByLabel('from', { exact: true }).selectOption('closestAttribute');
  await overlay.getByLabel('named', { exact: true }).fill('data-rank');
  await overlay.getByRole('button', { name: 'Take group' }).click();
  await overlay.getByRole('button', { name: SAVE }).click();
  await overlay.getByText(/^Saved as version \d+\./).waitFor();
  await page.close();
  await desk.getByRole('rowheader', { name: 'results' }).waitFor();
  await desk.keyboard.press('Escape');
});

test('the flight becomes a study of two balanced conditions with a consent text and a link for everybody', async () => {
  await follow(desk, 'Study');
  await desk.getByLabel('First page of the study').fill(site);
  await desk.getByLabel('Name in the link').fill('clay');
  await desk.getByLabel('Name of condition 1').fill('snippets');
  await desk.getByLabel('Name of condition 2').fill('titles');
  await desk.getByLabel('Event that completes participation').fill('finished');
  await desk.getByRole('button', { name: 'Run as a study' }).click();
  await desk.getByRole('tab', { name: 'Consent' }).click();
  await desk.getByLabel('What participants agree to').fill('We record what you search for, open and mark. You may stop at any time.');
  await desk.getByRole('button', { name: 'Publish as version 1' }).click();
  await desk.getByText('Version 1', { exact: true }).waitFor();
  await desk.getByRole('tab', { name: 'Participants' }).click();
  await desk.getByRole('button', { name: 'Invite participants' }).click();
  await desk.getByLabel('How many codes').fill('4');
  await desk.getByLabel('Beginning of each code').fill('P-');
  await desk.getByRole('button', { name: 'Make codes' }).click();
  const codes = desk.getByRole('button', { name: /^P-[A-Z2-9]{8}$/ });
  await codes.nth(3).waitFor();
  for (const code of await codes.allTextContents()) {
    await desk.getByRole('button', { name: code }).click();
    const link = (await desk.locator('code', { hasText: `participant=${code}` }).textContent()) ?? '';
    people.push({ code, link, page: (await installation.desk()).page, condition: '' });
    await desk.getByRole('button', { name: code, exact: true }).click();
  }
  expect(people.map(({ link }) => link)).toEqual(people.map(({ code }) => `${installation.server.url}/study/clay?participant=${code}`));
});

test('four participants come, and the live monitor shows each with page and condition', async () => {
  const searches = [
    { query: 'cracks while cooling', opens: 3 },
    { query: 'clay for the oven', opens: 1 },
    { query: 'stoneware', opens: 2 },
    { query: 'glaze', opens: 1 },
  ];
  await follow(desk, 'Live');
  await Promise.all(
    people.map(async (person, place) => {
      await takePart(person.page, person.link, searches[place] ?? { query: 'clay', opens: 1 });
    }),
  );
  for (const person of people) {
    const row = desk.getByRole('row').filter({ hasText: person.code });
    await row.getByText('/search/').waitFor();
    person.condition = /snippets|titles/.exec((await row.textContent()) ?? '')?.[0] ?? '';
  }
  expect(people.map(({ condition }) => condition).toSorted()).toEqual(['snippets', 'snippets', 'titles', 'titles']);
  await desk.getByText('4 sessions').waitFor();
});

test('one of each condition finishes; one is excluded with a reason, and one withdraws, whose data is erased', async () => {
  const firsts = ['snippets', 'titles'].flatMap((condition) => people.find((each) => each.condition === condition) ?? []);
  for (const { page } of firsts) {
    await page.getByRole('button', { name: 'I know enough' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }
  for (const { page } of people) await page.context().close();
  const others = people.filter((each) => !firsts.includes(each));
  await follow(desk, 'Study');
  await desk.getByRole('gridcell', { name: 'completed' }).nth(1).waitFor();
  const [excluded = '', withdrawn = ''] = others.map(({ code }) => code);
  await desk.getByRole('button', { name: excluded, exact: true }).click();
  await desk.getByRole('button', { name: 'Exclude …' }).click();
  await desk.getByLabel('Why').fill('asked a friend');
  await desk.getByRole('button', { name: `Exclude ${excluded}` }).click();
  await desk.getByRole('gridcell', { name: 'asked a friend' }).waitFor();
  await desk.getByRole('button', { name: excluded, exact: true }).click();
  await desk.getByRole('button', { name: withdrawn, exact: true }).click();
  await desk.getByRole('button', { name: 'Withdraw and erase …' }).click();
  await desk.getByLabel(`Type “${withdrawn}” to erase their data`).fill(withdrawn);
  await desk.getByRole('button', { name: `Erase all data of ${withdrawn}` }).click();
  await desk.getByRole('gridcell', { name: 'withdrawn' }).waitFor();
});

test('three sessions are left, and the first participant’s is replayed', async () => {
  await follow(desk, 'Sessions');
  const grid = desk.getByRole('grid', { name: 'Sessions' });
  await expect.poll(() => grid.getByRole('link').count()).toBe(3);
  await desk.getByRole('searchbox').fill(people[0]?.code ?? '');
  await desk.waitForURL(/search=/);
  await expect.poll(() => grid.getByRole('link').count()).toBe(1);
  await grid.getByRole('link').first().click();
  await desk.getByText(/^Complete \d+\/\d+$/).waitFor();
  const stage = desk.frameLocator('iframe').last();
  await stage.getByText('Potsherd').waitFor();
  expect(await stage.locator('body').textContent()).not.toContain(people[0]?.code);
});

test('a measure is compared by condition, without the excluded participant, and says so', async () => {
  await follow(desk, 'Measures');
  await desk.getByRole('searchbox', { name: 'Find a measure' }).fill('clicks');
  await desk.getByRole('button', { name: 'Clicks', exact: true }).click();
  await desk.getByRole('button', { name: '2 participants left out' }).waitFor();
  await desk.getByRole('combobox', { name: 'By' }).click();
  await desk.getByRole('option', { name: 'condition' }).click();
  const values = desk.getByRole('region', { name: 'Values of the groups' });
  const measured = async () => {
    // What stood there before the groups came is none of them.
    for (const group of Object.keys(shown)) delete shown[group];
    for (const row of (await values.getByRole('row').all()).slice(1)) {
      const [group = '', n, mean] = await row.getByRole('cell').or(row.getByRole('rowheader')).allTextContents();
      shown[group.trim()] = { n: Number(n), mean: Number(mean) };
    }
    return Object.entries(shown).map(([group, { n }]) => `${group} ${n}`);
  };
  // Sessions are measured half a minute after their last event.
  await expect.poll(async () => (await measured()).toSorted(), MEASURED).toEqual(['snippets 1', 'titles 1']);
});

test('a heatmap shows where they clicked, and an area of it is measured', async () => {
  await follow(desk, 'Heatmaps');
  await desk.getByRole('combobox', { name: 'Page', exact: true }).click();
  await desk.getByRole('option', { name: /^\/search\/document/ }).click();
  await desk
    .getByRole('region', { name: /map of the page/ })
    .first()
    .waitFor();
  await desk.getByText('Building the recorded page …').waitFor({ state: 'detached' });
  await desk.getByRole('button', { name: 'Areas' }).click();
  await desk.getByPlaceholder('Name').fill('Helpful');
  await desk.getByPlaceholder('CSS selector').fill('#relevant');
  await desk.getByRole('button', { name: 'Add area' }).click();
  const areas = desk.getByRole('region', { name: 'Areas of interest' });
  await areas.getByText('Helpful').first().waitFor();
});

test('an export is downloaded with a codebook, and its numbers are those that the console shows', async () => {
  const path = await (await downloadExport(desk)).path();
  const sessions = table(path, 'sessions.csv');
  const conditions = Object.fromEntries(sessions.map((session) => [session.session, session['data.condition'] ?? '']));
  const clicks = table(path, 'metrics_long.csv').filter(({ metric }) => metric === 'clicks@1');
  const exported = clicks.map(({ session = '', value }) => [conditions[session], { n: 1, mean: Number(value) }]);
  expect(Object.fromEntries(exported)).toEqual(shown);
  expect(table(path, 'codebook.csv').find(({ column }) => column === 'clicks')?.meaning).toBeTruthy();
  expect(table(path, 'area_measures.csv').map(({ name }) => name)).toContain('Helpful');
  expect(
    table(path, 'participants.csv')
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['completed', 'completed', 'excluded', 'withdrawn']);
  expect(installation.troubles).toEqual([]);
});

/** A table of an export's archive, row by row. */
function table(archive: string, name: string): Record<string, string>[] {
  const read = `import csv, io, json, sys, zipfile
rows = csv.DictReader(io.TextIOWrapper(zipfile.ZipFile(sys.argv[1]).open(sys.argv[2]), 'utf-8', newline=''))
json.dump(list(rows), sys.stdout)`;
  return JSON.parse(execFileSync('/usr/bin/env', ['python3', '-c', read, archive, name], { encoding: 'utf8' })) as Record<string, string>[];
}
