import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DerivedEvents, DerivedRules, MetricResult, SettingsVersions, StoredEvent } from '@sightline/protocol';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { richVisit } from './equality/rich-visit.ts';
import { STUDIES } from './equality/studies.ts';
import { tellVisit, TOLD_SESSION } from './equality/told/visit.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { sightline, type RunningServer } from './server.ts';

const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import pandas']).status === 0);
const BY_PANDAS = new URL('./equality/by_pandas', import.meta.url).pathname;
const METRICS_PACKAGE = new URL('../packages/metrics/src/index.ts', import.meta.url).pathname;

/** `metric@version`, row and field → value, as exports have them. */
type Cells = Record<string, number | string | null>;

let installation: FreshInstallation;
let server: RunningServer;
let owner: BrowserContext;
let get: Desk['get'];
let flightId: Desk['flight'];
let visits: Record<'recorded' | 'told', string>;
let folder: string;

beforeAll(async () => {
  installation = await freshInstallation('equality');
  ({ server } = installation);
  ({ context: owner, get, flight: flightId } = await installation.ownersDesk());
  await recordEverything();
  const { dataDir } = installation;
  await Promise.all([richVisit(installation.browser, server.url), tellVisit({ url: server.url, dataDir })]);
  const recorded = (await stored()).find(({ id }) => id !== TOLD_SESSION)?.id ?? '';
  visits = { recorded, told: TOLD_SESSION };
  await sightline(dataDir, ['import', '--flight', 'default', '--format', 'fixations', fixations(recorded)]);
  await applyRules();
  folder = join(dataDir, 'export');
  await sightline(dataDir, ['export', '--flight', 'default', '--format', 'csv', '--out', folder]);
}, 180_000);

afterAll(() => installation?.close());

const sessions = async () => (await get<{ sessions: { id: string; events: number }[] }>(`/sessions?flight=${await flightId()}`)).sessions;

/** What a page gets that names nothing, and the pointer's way. */
const EVENTS =
  'contextMenu pageFocus trackCursor pageResize visibility pageScroll pageZoom pageTitle clipboard errors networkFailures declaredEvents formFields clickOutcomes'.split(
    ' ',
  );

/** What the study asks of pages besides: one button, by the same name as it is entered and pressed. */
const GROUPS = {
  enter: { selector: '#add', event: 'mouseHover', properties: { mouseenter: { name: 'add' }, mouseleave: { name: 'add' } } },
  press: { selector: '#add', event: 'mouseClick', properties: { primary: { name: 'add' } } },
};

/** What is only asked of the recorded pages afterwards. */
const RULES = [
  { selector: '.chip', event: 'click', name: 'FILTER' },
  { selector: '#add', event: 'mouseHover', name: 'ADD', properties: { mouseenter: { name: 'ADD' }, mouseleave: { name: 'ADD' } } },
];

async function applyRules() {
  const path = `/flights/${await flightId()}/rules`;
  for (const data of RULES) {
    const answer = await owner.request.post(`${server.url}/api/v1${path}`, { data, headers: { origin: server.url } });
    if (!answer.ok()) throw new Error(`the rule was answered ${answer.status()}: ${await answer.text()}`);
  }
  await vi.waitFor(
    async () => expect((await get<DerivedRules>(path)).rules.map(({ progress }) => progress.state)).toEqual(RULES.map(() => 'idle')),
    { timeout: 60_000, interval: 500 },
  );
}

async function recordEverything() {
  const path = `/flights/${await flightId()}/settings`;
  const [newest] = (await get<SettingsVersions>(path)).versions;
  const recording = { ...newest?.settings.recording, enabled: true };
  const data = { version: newest?.version, settings: { ...newest?.settings, events: EVENTS, logui: GROUPS, recording } };
  const answer = await owner.request.put(`${server.url}/api/v1${path}`, { data, headers: { origin: server.url } });
  if (!answer.ok()) throw new Error(`the settings were answered ${answer.status()}: ${await answer.text()}`);
}

/** The sessions, when nothing more comes. */
async function stored() {
  let before = '';
  await vi.waitFor(
    async () => {
      const now = JSON.stringify((await sessions()).map(({ events }) => events));
      const same = now === before && now !== '[]';
      before = now;
      expect(same).toBe(true);
    },
    { timeout: 60_000, interval: 3_000 },
  );
  return sessions();
}

/** What a laboratory brings: three areas, looked at in turn. */
function fixations(session: string): string {
  const file = join(installation.dataDir, 'fixations.csv');
  const looks = ['title', 'price', 'title', '', 'image', 'price'].map(
    (area, index) => `${session},${100 + index * 120},${80.5 + index},${area}`,
  );
  writeFileSync(file, ['session,sinceSessionStartMs,durationMs,element', ...looks].join('\n'));
  return file;
}

describe.skipIf(PYTHON === undefined)('every metric, with each preset', () => {
  const values: Record<string, Cells> = {};

  test.each(['recorded', 'told'] as const)(
    'has the same value in the browser, on the server, and in pandas from the export: a visit that was %s',
    async (visit) => {
      const id = visits[visit];
      const inBrowser = await byBrowser(await eventsOf(id));
      const onServer = (await get<{ metrics: MetricResult[] }>(`/sessions/${id}`)).metrics;
      const { exported, computed } = byPandas(id);

      expect(Object.keys(exported).length).toBeGreaterThan(150);
      expect(exported).toEqual(cellsOf(inBrowser.filter(({ metric }) => !metric.includes('/'))));
      // The console shows the groups that a session has something of.
      const shown = new Set(onServer.map(({ metric }) => metric));
      expect(cellsOf(onServer)).toEqual(cellsOf(inBrowser.filter(({ metric }) => shown.has(metric))));
      expect(shown).toContain('gaze_areas@1');

      const expected = (values[visit] = cellsOf(inBrowser));
      const cells = new Set([...Object.keys(expected), ...Object.keys(computed)]);
      const differing = [...cells].filter((cell) => !isSame(cell, expected[cell], computed[cell]));
      expect(differing.map((cell) => ({ cell, pandas: computed[cell], expected: expected[cell] }))).toEqual([]);
    },
  );

  test('is something else than zero or empty in one of the visits', () => {
    const all = Object.entries(values).flatMap(([, cells]) => Object.entries(cells));
    const metricOf = (cell: string) => /^[^ /]*/.exec(cell)?.[0];
    const telling = new Set(all.filter(([, value]) => value !== 0 && value !== null).map(([cell]) => metricOf(cell)));
    expect([...new Set(all.map(([cell]) => metricOf(cell)))].filter((metric) => !telling.has(metric))).toEqual([]);
  });
});

/** Intervals are exported with their ends in whole milliseconds: a length that is put together of several is off by some. */
const OF_INTERVALS =
  /^(?:open|visible|focused|active)_time|^page_dwell_visible.* dwellMs$|^search_dwell.* clientMs$|^form_fields.* timeMs$|^viewport_time_map.* binsMs$/;
const ROUNDED_MS = 2;
/** Depths are recorded in thousandths, from which a page's height follows as well as it can. */
const TOLD_DEPTH = 0.001 + 1e-9;

function isSame(cell: string, expected: Cells[string] | undefined, value: Cells[string] | undefined): boolean {
  if (typeof expected === 'number' && typeof value === 'number') return Math.abs(expected - value) <= leeway(cell, expected);
  const [lists, given] = [listIn(expected), listIn(value)];
  if (!lists || !given) return expected === value;
  return lists.length === given.length && lists.every((one, index) => isSame(cell, one, given[index]));
}

const leeway = (cell: string, expected: number): number =>
  OF_INTERVALS.test(cell) ? ROUNDED_MS : cell.startsWith('scroll_depth_scroll') ? TOLD_DEPTH : 1e-9 * Math.max(1, Math.abs(expected));

/** Lists of numbers are exported as text. */
const listIn = (value: Cells[string] | undefined): number[] | undefined =>
  typeof value === 'string' && value.startsWith('[') ? (JSON.parse(value) as number[]) : undefined;

/** A session's events as metrics read them: what was recorded, and what rules yielded. */
async function eventsOf(session: string): Promise<StoredEvent[]> {
  const { events } = await get<{ events: StoredEvent[] }>(`/sessions/${session}/events?limit=10000`);
  const flight = await flightId();
  const { rules } = await get<DerivedRules>(`/flights/${flight}/rules`);
  const yielded = await Promise.all(rules.map(({ id }) => get<DerivedEvents>(`/rules/${id}/events?flight=${flight}`)));
  const derived = yielded.flatMap(({ events: found }) => found).filter((event) => event.session === session);
  return [
    ...events,
    ...derived.map((event) => ({ ...event, name: `derived:${event.name}`, sequence: event.ordinal }) as unknown as StoredEvent),
  ];
}

const byPandas = (session: string) =>
  JSON.parse(
    execFileSync(PYTHON ?? '', [BY_PANDAS, session], {
      cwd: folder,
      env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  ) as { exported: Cells; computed: Cells };

type Measured = Pick<MetricResult, 'metric' | 'value'>;

/** What the published package gives in a page, of the events that the API gives; with each preset too, as `metric@version/preset`. */
async function byBrowser(events: readonly StoredEvent[]): Promise<Measured[]> {
  const bundle = await build({ entryPoints: [METRICS_PACKAGE], bundle: true, format: 'iife', globalName: 'metrics', write: false });
  const page = await owner.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return page.evaluate(
    ({ given, parameters }) => {
      const { METRICS, measure, metricId, withParameters } = (globalThis as unknown as { metrics: typeof import('@sightline/metrics') })
        .metrics;
      const presets = METRICS.flatMap((metric) =>
        metric.presets.map(({ name, parameters: own }) => ({ id: `${metricId(metric)}/${name}`, metric: withParameters(metric, own) })),
      );
      const studies = METRICS.flatMap((metric) =>
        Object.entries(parameters[metric.name] ?? {}).map(([name, own]) => ({
          id: `${metricId(metric)}/${name}`,
          metric: withParameters(metric, own),
        })),
      );
      const all = [...METRICS.map((metric) => ({ id: metricId(metric), metric })), ...presets, ...studies];
      const values = measure(given, ...all.map(({ metric }) => metric));
      return all.map(({ id }, index) => ({ metric: id, value: values[index] }));
    },
    { given: events as StoredEvent[], parameters: STUDIES },
  );
}

/** Values as `metrics_long` writes them. */
function cellsOf(measured: readonly Measured[]): Cells {
  const cells: Cells = {};
  const put = (metric: string, row: number | '', entry: unknown) => {
    const fields = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.entries(entry) : [['', entry] as const];
    for (const [field, value] of fields) cells[`${metric} ${String(row)} ${field}`] = plain(value);
  };
  for (const { metric, value } of measured) {
    if (Array.isArray(value)) value.forEach((entry, index) => put(metric, index + 1, entry));
    else put(metric, '', value);
  }
  return cells;
}

const plain = (value: unknown): number | string | null =>
  typeof value === 'boolean'
    ? Number(value)
    : typeof value === 'number' || typeof value === 'string'
      ? value
      : value === null || value === undefined
        ? null
        : JSON.stringify(value);
