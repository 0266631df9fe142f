import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricResult, SettingsVersions, StoredEvent } from '@sightline/protocol';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { richVisit } from './equality/rich-visit.ts';
import { freshInstallation, type Desk, type FreshInstallation } from './fresh-installation.ts';
import { sightline, type RunningServer } from './server.ts';

const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import pandas']).status === 0);
const BY_PANDAS = new URL('./equality/by_pandas.py', import.meta.url).pathname;
const METRICS_PACKAGE = new URL('../packages/metrics/src/index.ts', import.meta.url).pathname;

/** `metric@version`, row and field → value, as exports have them. */
type Cells = Record<string, number | string | null>;

let installation: FreshInstallation;
let server: RunningServer;
let owner: BrowserContext;
let get: Desk['get'];
let flightId: Desk['flight'];

beforeAll(async () => {
  installation = await freshInstallation('equality');
  ({ server } = installation);
  ({ context: owner, get, flight: flightId } = await installation.ownersDesk());
  await recordEverything();
  await richVisit(installation.browser, server.url);
  const [{ id = '' } = {}] = await stored();
  await sightline(installation.dataDir, ['import', '--flight', 'default', '--format', 'fixations', fixations(id)]);
}, 180_000);

afterAll(() => installation?.close());

const sessions = async () => (await get<{ sessions: { id: string; events: number }[] }>(`/sessions?flight=${await flightId()}`)).sessions;

/** What a page gets that names nothing, and the pointer's way. */
const EVENTS =
  'contextMenu pageFocus trackCursor pageResize visibility pageScroll pageZoom pageTitle clipboard errors networkFailures declaredEvents formFields clickOutcomes'.split(
    ' ',
  );

async function recordEverything() {
  const path = `/flights/${await flightId()}/settings`;
  const [newest] = (await get<SettingsVersions>(path)).versions;
  const data = { version: newest?.version, settings: { ...newest?.settings, events: EVENTS } };
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

test.skipIf(PYTHON === undefined)(
  'every metric has the same value in the browser, on the server, and in pandas from the export',
  async () => {
    const [{ id = '' } = {}] = await stored();
    const { events } = await get<{ events: StoredEvent[] }>(`/sessions/${id}/events?limit=10000`);
    const inBrowser = await byBrowser(events);
    const onServer = (await get<{ metrics: MetricResult[] }>(`/sessions/${id}`)).metrics;
    const folder = join(installation.dataDir, 'export');
    await sightline(installation.dataDir, ['export', '--flight', 'default', '--format', 'csv', '--out', folder]);
    const { exported, computed } = JSON.parse(
      execFileSync(PYTHON ?? '', [BY_PANDAS, id], {
        cwd: folder,
        env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      }),
    ) as { exported: Cells; computed: Cells };

    expect(Object.keys(exported).length).toBeGreaterThan(150);
    expect(exported).toEqual(cellsOf(inBrowser.filter(({ metric }) => !metric.includes('/'))));
    // The console shows the groups that a session has something of.
    const shown = new Set(onServer.map(({ metric }) => metric));
    expect(cellsOf(onServer)).toEqual(cellsOf(inBrowser.filter(({ metric }) => shown.has(metric))));
    expect(shown).toContain('gaze_areas@1');

    const values = cellsOf(inBrowser);
    const differing = Object.entries(computed).filter(([cell, value]) => !isSame(cell, values[cell], value));
    expect(differing.map(([cell, value]) => ({ cell, value, expected: values[cell] }))).toEqual([]);
    const metrics = new Set(Object.keys(computed).map((cell) => cell.split(' ')[0]));
    expect(metrics.size).toBeGreaterThan(50);
    expect(Object.keys(computed).length).toBeGreaterThan(250);
  },
  180_000,
);

/** Intervals are exported with their ends in whole milliseconds: a length that is put together of several is off by some. */
const OF_INTERVALS = /^(?:open|visible|focused|active)_time|^page_dwell_visible.* dwellMs$|^search_dwell.* clientMs$/;
const ROUNDED_MS = 2;
/** Depths are recorded in thousandths, from which a page's height follows as well as it can. */
const TOLD_DEPTH = 0.001 + 1e-9;

const isSame = (cell: string, expected: Cells[string] | undefined, value: Cells[string]): boolean =>
  typeof expected === 'number' && typeof value === 'number'
    ? Math.abs(expected - value) <=
      (OF_INTERVALS.test(cell) ? ROUNDED_MS : cell.startsWith('scroll_depth_scroll') ? TOLD_DEPTH : 1e-9 * Math.abs(expected))
    : expected === value;

type Measured = Pick<MetricResult, 'metric' | 'value'>;

/** What the published package gives in a page, of the events that the API gives; with each preset too, as `metric@version/preset`. */
async function byBrowser(events: readonly StoredEvent[]): Promise<Measured[]> {
  const bundle = await build({ entryPoints: [METRICS_PACKAGE], bundle: true, format: 'iife', globalName: 'metrics', write: false });
  const page = await owner.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return page.evaluate((given) => {
    const { METRICS, measure, metricId, withParameters } = (globalThis as unknown as { metrics: typeof import('@sightline/metrics') })
      .metrics;
    const presets = METRICS.flatMap((metric) =>
      metric.presets.map(({ name, parameters }) => ({ id: `${metricId(metric)}/${name}`, metric: withParameters(metric, parameters) })),
    );
    const all = [...METRICS.map((metric) => ({ id: metricId(metric), metric })), ...presets];
    const values = measure(given, ...all.map(({ metric }) => metric));
    return all.map(({ id }, index) => ({ metric: id, value: values[index] }));
  }, events as StoredEvent[]);
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
