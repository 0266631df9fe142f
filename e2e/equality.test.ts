import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MetricResult, StoredEvent } from '@sightline/protocol';
import { build } from 'esbuild';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from './browser.ts';
import { freePort, sightline, startServer, type RunningServer } from './server.ts';

const OWNER = { name: 'Ada Byron', email: 'ada@example.org', password: 'a kettle full of stars' };
const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => spawnSync(python, ['-c', 'import pandas']).status === 0);
const METRICS_PACKAGE = new URL('../packages/metrics/src/index.ts', import.meta.url).pathname;

/** `metric@version`, row and field → value, as exports have them. */
type Cells = Record<string, number | string | null>;

let dataDir: string;
let server: RunningServer;
let browser: Browser;
let owner: BrowserContext;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sightline-equality-'));
  server = await startServer({ dataDir, port: await freePort() });
  browser = await launchBrowser();
  owner = await browser.newContext({ extraHTTPHeaders: { origin: server.url } });
  const code = /\/setup#(\S+)/.exec(server.output())?.[1];
  expect((await owner.request.post(`${server.url}/api/v1/setup`, { data: { ...OWNER, code } })).ok()).toBe(true);
  await visit();
  const [{ id = '' } = {}] = await stored();
  await sightline(dataDir, ['import', '--flight', 'default', '--format', 'fixations', fixations(id)]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

const get = async <Answer>(path: string) => (await (await owner.request.get(`${server.url}/api/v1${path}`)).json()) as Answer;

async function sessions() {
  const { applications } = await get<{ applications: { flights: { id: string }[] }[] }>('/applications');
  const flight = applications[0]?.flights[0]?.id ?? '';
  return (await get<{ sessions: { id: string; events: number }[] }>(`/sessions?flight=${flight}`)).sessions;
}

/** Somebody filters, scrolls, clicks in a rage, fills a form half, and comes back. */
async function visit() {
  const page = await (await browser.newContext({ viewport: { width: 1000, height: 700 } })).newPage();
  await page.goto(`${server.url}/shop/products.html`);
  const vases = page.getByRole('button', { name: 'Vases' });
  for (let click = 0; click < 4; click += 1) await vases.click({ delay: 5 });
  await page.mouse.move(100, 100);
  await page.mouse.move(600, 500, { steps: 12 });
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(400);
  await page.goto(`${server.url}/shop/checkout.html`);
  const name = page.getByLabel('First name');
  if (await name.isVisible()) await name.fill('A');
  await page.goBack();
  await page.waitForTimeout(600);
  await page.close();
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
  const file = join(dataDir, 'fixations.csv');
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
    const folder = join(dataDir, 'export');
    await sightline(dataDir, ['export', '--flight', 'default', '--format', 'csv', '--out', folder]);
    const { exported, computed } = JSON.parse(
      execFileSync(PYTHON ?? '', ['-c', BY_PANDAS, id], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 }),
    ) as { exported: Cells; computed: Cells };

    expect(Object.keys(exported).length).toBeGreaterThan(150);
    expect(exported).toEqual(cellsOf(inBrowser));
    // The console shows the groups that a session has something of.
    const shown = new Set(onServer.map(({ metric }) => metric));
    expect(cellsOf(onServer)).toEqual(cellsOf(inBrowser.filter(({ metric }) => shown.has(metric))));
    expect(shown).toContain('gaze_areas@1');
    expect(Object.fromEntries(Object.keys(computed).map((cell) => [cell, exported[cell]]))).toEqual(computed);
  },
  180_000,
);

type Measured = Pick<MetricResult, 'metric' | 'value'>;

/** What the published package gives in a page, of the events that the API gives. */
async function byBrowser(events: readonly StoredEvent[]): Promise<Measured[]> {
  const bundle = await build({ entryPoints: [METRICS_PACKAGE], bundle: true, format: 'iife', globalName: 'metrics', write: false });
  const page = await owner.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? '' });
  return page.evaluate((given) => {
    const { METRICS, measure, metricId } = (globalThis as unknown as { metrics: typeof import('@sightline/metrics') }).metrics;
    const values = measure(given, ...METRICS);
    return METRICS.map((metric, index) => ({ metric: metricId(metric), value: values[index] }));
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

/** Reads what was exported, and computes from its events what the definitions say, by itself. */
const BY_PANDAS = `
import json, sys
import pandas as pd
from load import tables
session = sys.argv[1]
long = tables["metrics_long"]
long = long[long["session"] == session]
exported = {}
for row in long.itertuples():
    place = "" if pd.isna(row.row) else int(row.row)
    field = "" if pd.isna(row.field) else row.field
    exported[f"{row.metric} {place} {field}"] = float(row.value) if not pd.isna(row.value) else (None if pd.isna(row.text) else row.text)
events = tables["events"]
events = events[events["session"] == session].sort_values(["at", "tab", "sequence"], kind="stable")
at = events["at"].astype("int64") // 10**6
details = events["details"].map(json.loads)
clicks = events["name"] == "click"
paths = details[clicks].map(lambda of: of.get("path"))
computed = {
    "session_duration@1  ": int(at.max() - at.min()),
    "clicks@1  ": int(clicks.sum()),
    "clicks_per_minute@1  ": float(clicks.sum() / (at.max() - at.min()) * 60000),
    "rage_clicks.seed@1  ": int(((at[clicks].diff() < 300) & (paths == paths.shift())).sum()),
}
looks = details[events["name"] == "gaze_fixation"]
areas = looks.map(lambda of: of.get("element"))
lengths = looks.map(lambda of: of["duration_ms"])
dwell = lengths.groupby(areas.to_numpy()).sum().sort_values(ascending=False, kind="stable")
for place, area in enumerate(dwell.index, 1):
    own = lengths[areas == area]
    inside = (areas == area).to_numpy()
    visits = int(sum(1 for i, isin in enumerate(inside) if isin and (i == 0 or not inside[i - 1])))
    computed[f"gaze_areas@1 {place} area"] = area
    computed[f"gaze_areas@1 {place} fixations"] = len(own)
    computed[f"gaze_areas@1 {place} dwellMs"] = float(own.sum())
    computed[f"gaze_areas@1 {place} firstFixationMs"] = float(own.iloc[0])
    computed[f"gaze_areas@1 {place} visits"] = visits
    computed[f"gaze_areas@1 {place} share"] = float(own.sum() / lengths.sum())
print(json.dumps({"exported": exported, "computed": computed}))
`;
