import { readFileSync } from 'node:fs';
import type { DerivedEvent, MetadataEntry, Rule, StoredEvent } from '@sightline/protocol';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshInstallation, type FreshInstallation } from './fresh-installation.ts';
import { loopbackSite, type LoopbackSite } from './loopback-site.ts';
import { firstOwner, type Owner } from './owner.ts';
import type { RunningServer } from './server.ts';
import { SOON } from './patience.ts';

let installation: FreshInstallation;
let server: RunningServer;
let owner: Owner;
let site: LoopbackSite;
let token: string;

beforeAll(async () => {
  installation = await freshInstallation('rules');
  ({ server } = installation);
  token = await installation.token();
  owner = await firstOwner(installation.browser, server);
  site = await openPage();
});
afterAll(async () => {
  await installation?.close();
  await site?.close();
});

/** LogUI's page of the tracker's own tests, recorded. */
function openPage(): Promise<LoopbackSite> {
  const html = readFileSync(new URL('../packages/tracker/e2e/pages/logui.html', import.meta.url), 'utf8');
  const page = html.replace('<script src="/logui.js">', `<script src="${server.url}/logui.js" data-recording="{}">`);
  return loopbackSite((_, response) => void response.setHeader('content-type', 'text/html; charset=utf-8').end(page));
}

const ask = (sourcer: string, lookFor: string) => ({ nameForLog: `${sourcer} ${lookFor}`, sourcer, lookFor });
const value = (selector: string, lookFor: string) => ({ nameForLog: selector, selector, sourcer: 'elementProperty', lookFor });
const metadata = [
  ask('elementAttribute', 'data-rank'),
  ask('closestAttribute', 'data-part'),
  ask('dataset', 'productId'),
  ask('elementProperty', 'id'),
  ask('elementProperty', 'dataset.rank'),
  ask('elementProperty', 'textContent'),
  ask('metaTag', 'study'),
  ask('urlParameter', 'task'),
  { nameForLog: 'of another', sourcer: 'elementAttribute', lookFor: 'id', onElement: '#button' },
  { nameForLog: 'first', sourcer: 'elementAttribute', lookFor: 'nothing' },
  { nameForLog: 'first', sourcer: 'elementProperty', lookFor: 'className' },
];

/** Groups as a study writes them; each is declared on the page, and applied afterwards as it stands. */
const GROUPS: readonly (Rule & { bubbling: 'all' | 'innermost'; withinMs: number })[] = [
  { selector: '.tracked', event: 'click', name: 'CLICK', bubbling: 'all', metadata, withinMs: 60 },
  { selector: '#button', event: 'dblclick', name: 'TWICE', bubbling: 'all', withinMs: 60 },
  { selector: '#button', event: 'contextmenu', name: 'MENU', bubbling: 'innermost', withinMs: 60 },
  { selector: '#query', event: 'focus', name: 'FOCUS', bubbling: 'all', withinMs: 60 },
  { selector: '#query', event: 'blur', name: 'BLUR', bubbling: 'all', metadata: [ask('elementProperty', 'value')], withinMs: 60 },
  {
    selector: '#send',
    event: 'mouseClick',
    name: 'PRESS',
    bubbling: 'all',
    properties: { primary: { name: 'PRESS' } },
    withinMs: 60,
  },
  {
    selector: '#inner, #outer',
    event: 'mouseHover',
    name: 'IN',
    bubbling: 'all',
    properties: { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } },
    metadata: [ask('elementProperty', 'id')],
    // The pointer's place is taken every 50 ms.
    withinMs: 150,
  },
  {
    selector: '#form',
    event: 'formSubmission',
    name: 'FORM',
    bubbling: 'all',
    properties: { includeValues: [value('#text', 'value'), value('#empty', 'value'), value('#on', 'checked'), value('#off', 'checked')] },
    withinMs: 60,
  },
  {
    selector: '#scroller',
    event: 'scrollable',
    name: 'BEGIN',
    bubbling: 'all',
    properties: { scrollStart: { name: 'BEGIN' }, scrollEnd: { name: 'END' } },
    // Scrolling is told every 100 ms.
    withinMs: 250,
  },
];

interface Told {
  name: string;
  at: number;
  type: unknown;
  values: MetadataEntry[];
}
const told = ({ at, details, metadata: entries }: StoredEvent | DerivedEvent, name: string): Told => ({
  name,
  at,
  type: details.type,
  values: [...entries, ...((details.submissionValues as MetadataEntry[] | undefined) ?? [])],
});

test('a LogUI group applied to a recording yields what it logged on the page, but for what recordings cannot hold, which is said', async () => {
  const page = await installation.browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.goto(`${site.url}/?task=7`);
  await page.mouse.move(880, 690);
  await page.evaluate((config) => (window as unknown as { LogUI: { init(given: unknown): Promise<void> } }).LogUI.init(config), {
    logUIConfiguration: { endpoint: `${server.url.replace('http', 'ws')}/ws/endpoint/`, authorisationToken: token },
    applicationSpecificData: {},
    browserEvents: { formFields: true },
    trackingConfiguration: Object.fromEntries(
      GROUPS.map((group, index) => [`group ${index}`, JSON.parse(JSON.stringify({ ...group, withinMs: undefined })) as unknown]),
    ),
  });
  // The recorder comes by itself, and is there within a second or so.
  await page.waitForTimeout(3_000);
  await page.mouse.move(300, 40);
  await page.waitForTimeout(200);
  await page.hover('#inner');
  await page.waitForTimeout(300);
  await page.click('#inner');
  await page.waitForTimeout(200);
  await page.mouse.move(880, 690);
  await page.waitForTimeout(300);
  await page.dblclick('#button');
  await page.click('#button', { button: 'right' });
  await page.fill('#query', 'secret words');
  await page.check('#off');
  await page.click('#send', { delay: 120 });
  await page.hover('#scroller');
  await page.mouse.wheel(0, 120);
  await page.waitForTimeout(1_500);
  await page.evaluate(() => (window as unknown as { LogUI: { stop(): void } }).LogUI.stop());

  const [application] = (await owner.api.applications()).applications;
  const flight = application?.flights[0]?.id ?? '';
  const events = await vi.waitFor(async () => {
    const [found] = (await owner.api.sessions({ flight })).sessions;
    const { events: all } = await owner.api.events(found?.id ?? '', { limit: 1_000 });
    expect(all.map(({ name }) => name)).toContain('stopped');
    return all;
  }, SOON);
  const declared: string[] = [];
  for (const { withinMs, ...rule } of GROUPS) {
    const { id } = await owner.api.createRule(flight, rule);
    const derived = await vi.waitFor(async () => {
      const one = (await owner.api.rules(flight)).rules.find((each) => each.id === id);
      expect(one?.progress).toMatchObject({ state: 'idle', sessions: 1 });
      return (await owner.api.derivedEvents(id, { flight })).events;
    }, SOON);
    const names = new Set([rule.name, ...Object.values(rule.properties ?? {}).map((step) => (step as { name?: string }).name)]);
    const logged = events
      .filter(({ type, details }) => type === 'interactionEvent' && names.has(String(details.name)))
      .map((event) => told(event, String(event.details.name)));
    const worked = derived.map((event) => told(event, event.name));
    expect(logged.length, rule.name).toBeGreaterThan(0);
    expect(worked.map(({ name, type }) => [name, type])).toEqual(logged.map(({ name, type }) => [name, type]));
    for (const [index, one] of logged.entries()) {
      const other = worked[index];
      expect(Math.abs((other?.at ?? 0) - one.at), `${one.name} at ${one.at}, derived at ${other?.at}`).toBeLessThan(withinMs);
      expect(other?.values.map(({ name }) => name)).toEqual(one.values.map(({ name }) => name));
      for (const [place, { name, value: recorded }] of one.values.entries()) {
        const { value: found, problem } = other?.values[place] ?? {};
        if (found === recorded) continue;
        expect([found, problem], `${one.name} ${name}: ${JSON.stringify(recorded)}`).toEqual([
          null,
          expect.stringMatching(/masked in the recording|not in the recording/),
        ]);
        declared.push(`${one.name} ${name}`);
      }
    }
  }
  // What was typed, and what the recorder leaves out of a page's head; nothing else.
  expect([...new Set(declared)]).toEqual(['CLICK metaTag study', 'BLUR elementProperty value', 'FORM #text']);
});
