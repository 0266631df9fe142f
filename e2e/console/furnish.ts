import { randomUUID } from 'node:crypto';
import type { Client } from '@sightline/client';
import { NEW_STUDY } from '@sightline/protocol';
import type { Browser, Page } from 'playwright-core';
import type { RunningServer } from '../server.ts';
import type { Owner } from '../owner.ts';

const MINUTE_MS = 60_000;
const STORED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 200;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const UNT_VIEWS = [
  ['/', 'Home'],
  ['/info', 'Info'],
  ['/contact', 'Contact'],
] as const;

/** What addresses of the console are made of. */
export interface Furnished {
  flight: string;
  /** A session that was recorded. */
  session: string;
  /** A person with a history. */
  person: string;
}

/**
 * Puts something on every page of the console: visits of the shop that are recorded, people, a study, a rule, an export, a key, an invitation, a
 * view. `sparing`: one visit and one person, and nothing else.
 */
export async function furnish(
  browser: Browser,
  server: RunningServer,
  { api }: Owner,
  { sparing = false }: { sparing?: boolean } = {},
): Promise<Furnished> {
  const { applications } = await api.applications();
  const [application] = applications;
  const flight = application?.flights[0]?.id;
  if (application === undefined || flight === undefined) throw new Error('expected the default flight, found none');
  await recordPages(api, flight);
  const people = sparing ? ['ada@example.org'] : ['ada@example.org', 'countess@example.org', undefined, undefined];
  await Promise.all(people.map((email, index) => untVisit(server, email, index)));
  if (!sparing) {
    await study(api, flight, server.url);
    await api.createRule(flight, { selector: '.chip', event: 'click', name: 'FILTER' });
    await api.makeApiKey({ name: 'Notebook', ability: 'view', expiresInDays: 90 });
    await api.inviteMember({ email: 'vera@example.org', memberships: [{ applicationId: application.id, role: 'viewer' }] });
    await api.saveView(application.id, { page: 'sessions', name: 'Long visits', search: { min: 10 } });
  }
  for (const viewport of sparing ? [DESK] : [DESK, PHONE]) await shopVisit(browser, server.url, viewport);
  const session = await recorded(api, flight);
  if (!sparing) {
    const { startedAt } = (await api.session(session)).session;
    await api.addNote(session, { at: startedAt + 1_500, text: 'Looks for vases first.', tags: ['search'] });
    await api.startExport({ flight, format: 'csv' });
  }
  const { people: known } = await api.people({ flight });
  const person = known[0]?.id;
  if (person === undefined) throw new Error('expected a person with an email, found none');
  return { flight, session, person };
}

/** Lets the flight record what visitors see, too. */
async function recordPages(api: Client, flight: string): Promise<void> {
  const [newest] = (await api.settings(flight)).versions;
  if (newest === undefined) throw new Error('expected at least the default settings, got no version');
  const { settings, version } = newest;
  await api.saveSettings(flight, { version, settings: { ...settings, recording: { ...settings.recording, enabled: true } } });
}

/** Three page views of one browser profile as UNT's plugin tells them, and who it was, where somebody said. */
async function untVisit({ url }: RunningServer, email: string | undefined, index: number): Promise<void> {
  const uuid = randomUUID();
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}/user/${uuid}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`UNT's call was answered ${answer.status}: ${await answer.text()}`);
  };
  for (const [at, [path, title]] of UNT_VIEWS.entries()) {
    const datetime = Date.now() - (index * 10 + UNT_VIEWS.length - at) * MINUTE_MS;
    await post('track', { title, url: `https://lab.example.org${path}`, datetime });
  }
  if (email !== undefined) await post('email', { email });
}

/** A study with conditions, a consent text and invited participants, one of them excluded. */
async function study(api: Client, flight: string, server: string): Promise<void> {
  await api.saveStudy(flight, {
    ...NEW_STUDY,
    slug: 'kiln-study',
    url: `${server}/shop/`,
    conditions: [
      { name: 'Pictures', quota: 20 },
      { name: 'Words', quota: 20 },
    ],
  });
  await api.writeConsent(flight, { text: 'We record what you do.\n\nYou may stop at any time.' });
  const { participants } = await api.invite(flight, { count: 30, prefix: 'P-' });
  const [first] = participants;
  if (first) await api.changeParticipant(flight, first.id, { excluded: { reason: 'Took part in the pilot' } });
}

/** Somebody looks for vases, angrily, and for bowls, and opens a piece. */
async function shopVisit(browser: Browser, url: string, viewport: { width: number; height: number }): Promise<void> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${url}/shop/products.html`);
  // The recorder is a script of its own: what is done before it is there is not recorded.
  await loaded(page, 'sightline-recording');
  for (const name of ['Vases', 'Vases', 'Vases', 'Bowls']) await page.getByRole('button', { name }).click();
  await page.mouse.wheel(0, 600);
  await page.locator('main a[href]').first().click();
  await page.waitForLoadState();
  await loaded(page, 'sightline-recording');
  await page.waitForTimeout(2_000);
  await context.close();
}

const loaded = (page: Page, script: string) =>
  page.waitForFunction((name) => performance.getEntriesByType('resource').some((entry) => entry.name.includes(name)), script);

/** The newest session that was recorded, once its events are stored. */
async function recorded(api: Client, flight: string): Promise<string> {
  for (const until = Date.now() + STORED_WITHIN_MS; Date.now() < until;) {
    const { sessions } = await api.sessions({ flight, did: ['click'], limit: 20 });
    for (const { id, clicks } of sessions) {
      const { tabs } = await api.recording(id);
      if (clicks >= 4 && tabs.length > 0) return id;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`expected a recorded session within ${STORED_WITHIN_MS} ms, found none`);
}
