import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { METRICS, measure, metricId } from '@sightline/metrics';
import { EXPORT_TABLES, type Area, type SessionId, type TabId, type VisitorId } from '@sightline/protocol';
import { parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { exportedText } from '../../test/exported-events.ts';
import { measureAreas } from '../api/measure-areas.ts';
import type { Batch, EventRow } from '../batch.ts';
import type { EmbeddedEngine } from '../engine/embedded-engine.ts';
import { createStore, type Store } from '../store/index.ts';
import { importEvents } from './import-events.ts';
import { EXPORTS } from './index.ts';
import { linesOf } from './lines-of.ts';
import { metricColumn } from './sources/metrics-wide.ts';
import type { ExportOrder } from './export-order.ts';
import { ResumeMismatch, writeExport, type ExportDeps } from './write-export.ts';
import { zipFolder } from './zip-folder.ts';

// Programs and engines start slowly where much else runs.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const flight = `f-${randomUUID()}` as Batch['flight'];
const scratch = scratchDirectory();
let engine: EmbeddedEngine;
let store: Store;
const capture = { active: true, allowedOrigins: [], acceptsUnsigned: false, createdAt: 0, settings: [] };

/** Names and values that break careless writers. */
const AWKWARD = 'tab\there, "quoted"\r\nnext, ünï 😀';

/** One who looks around in two tabs: clicks fast, scrolls, leaves, comes back. */
function visit(index: number): Batch[] {
  const session = randomUUID() as SessionId;
  const visitor = randomUUID() as VisitorId;
  const start = BEGIN + ((index * 7_919) % 1_000) * 60_000;
  const condition = { condition: index % 2 === 0 ? 'c1' : 'c2', ...(index % 3 === 0 && { [`odd "field"`]: AWKWARD }) };
  return [0, 1].map((place) => {
    let sequence = 0;
    const happened = (at: number, name: string, details: EventRow['details'], more: Partial<EventRow> = {}): EventRow =>
      eventRow(sequence++, {
        at: start + at,
        wallAt: start + at,
        name,
        details,
        url: 'https://example.org/a',
        applicationSpecificData: condition,
        ...more,
      });
    const view = randomUUID() as never;
    return batch({
      flight,
      session,
      visitor,
      tab: randomUUID() as TabId,
      receivedAt: start + 90_000,
      events: [
        happened(
          place * 20_000,
          'pageView',
          { url: 'https://example.org/a', title: AWKWARD, cause: 'load' },
          { type: 'browserEvent', pageView: view },
        ),
        ...[299, 300, 598, 5_000].map((at, click) =>
          happened(
            place * 20_000 + at,
            'click',
            { path: click === 3 ? 'b' : 'main > a', x: 10 + index, y: 20, pageX: 10 + index, pageY: 1_020 },
            { pageView: view },
          ),
        ),
        happened(place * 20_000 + 6_000, 'presence', { state: 'active', lengthMs: 6_000 }, { type: 'statusEvent', pageView: view }),
        happened(place * 20_000 + 7_000, 'gaze_fixation', { element: 'logo', duration_ms: 120.5 }, { type: 'customEvent' }),
        happened(place * 20_000 + 25_000, 'presence', { state: 'visible', lengthMs: 19_000 }, { type: 'statusEvent', pageView: view }),
        happened(place * 20_000 + 26_000, AWKWARD, { text: AWKWARD, nothing: null }, { type: 'customEvent', monotonicAt: null }),
      ],
    });
  });
}

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 9e9, log: { info: () => undefined } });
  const visits = Array.from({ length: 12 }, (_, index) => visit(index)).flat();
  await store.load(segmentOf(scratch.path, visits));
});
afterAll(async () => {
  await engine.stop();
  scratch.remove();
});

const PARTICIPANT = {
  id: 'p',
  code: 'P-1',
  source: 'prolific' as const,
  externalId: AWKWARD,
  recruiter: {},
  state: 'started' as const,
  condition: 'c1',
  order: ['c1', 'c2'],
  consentVersion: 1,
  consentAt: BEGIN,
  createdAt: BEGIN,
  startedAt: BEGIN,
  lastAt: null,
  completedAt: null,
  reason: null,
  notes: '',
};

const formatOf = (name: string) => EXPORTS.find((each) => each.name === name) as ExportOrder['format'];
const orderOf = (name: string, more: Partial<ExportOrder> = {}): ExportOrder => ({
  format: formatOf(name),
  tables: formatOf(name).tables,
  selection: { filter: { flight } },
  flight: { id: more.selection?.filter.flight ?? flight, name: 'My flight' },
  capture,
  metrics: METRICS,
  participants: [PARTICIPANT],
  notes: new Map(),
  rules: [],
  areas: [],
  ...more,
});
const folder = () => mkdtempSync(join(tmpdir(), 'sightline-export-'));
const filesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(path.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')] as const)
      .toSorted(),
  );
const exported = async (name: string, more: Partial<ExportOrder> = {}, deps: Partial<ExportDeps> = {}) => {
  const path = deps.folder ?? folder();
  return { path, ...(await writeExport(orderOf(name, more), { store, folder: path, ...deps })) };
};
const jsonOf = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

describe.each(EXPORTS.map(({ name }) => name))('an export as %s', (name) => {
  test('has the same bytes again, zip included, and a manifest that tells each file’s', async () => {
    const [one, other] = [await exported(name), await exported(name)];
    expect(filesOf(one.path)).toEqual(filesOf(other.path));
    const manifest = jsonOf(one.path, 'manifest.json') as { files: { path: string; sha256: string; bytes: number }[] };
    const { 'manifest.json': _itself, ...files } = filesOf(one.path);
    expect(Object.fromEntries(manifest.files.map(({ path, sha256 }) => [path, sha256]))).toEqual(files);
    const zips = [join(scratch.path, `${name}-1.zip`), join(scratch.path, `${name}-2.zip`)] as const;
    await zipFolder(one.path, zips[0]);
    await zipFolder(other.path, zips[1]);
    expect(readFileSync(zips[0]).equals(readFileSync(zips[1]))).toBe(true);
    expect(readFileSync(join(one.path, 'flight.json'), 'utf8')).not.toContain('sl_');
  });
});

describe('an interrupted export', () => {
  const many = `f-${randomUUID()}` as Batch['flight'];
  const selection = { filter: { flight: many } };
  beforeAll(() =>
    // Parts hold 2,000 sessions at most: these are three.
    store.load(
      segmentOf(
        scratch.path,
        Array.from({ length: 4_100 }, (_, index) => batch({ flight: many, events: [eventRow(0, { at: BEGIN + index })] })),
      ),
    ),
  );

  test.each([
    ['csv', ['sessions', 'events', 'presence_times']],
    ['parquet', ['events', 'presence_times']],
    ['jsonl', ['events']],
    ['logui', []],
  ])(
    'as %s goes on where it stopped, to the same bytes',
    async (name, tables) => {
      const order = { selection, tables: formatOf(name).tables.filter(({ table }) => tables.includes(table.name)) };
      const whole = await exported(name, order);
      const path = folder();
      for (const stopAt of [2_000, 4_000]) {
        const abort = new AbortController();
        const stopped = exported(name, order, {
          folder: path,
          resume: true,
          signal: abort.signal,
          onProgress: ({ sessions }) => (sessions === stopAt ? abort.abort() : undefined),
        });
        await expect(stopped).rejects.toThrow(/abort/);
      }
      const seen: number[] = [];
      await exported(name, order, { folder: path, resume: true, onProgress: ({ sessions }) => void seen.push(sessions) });
      expect(seen).toEqual([4_000, 4_100]);
      expect(filesOf(path)).toEqual(filesOf(whole.path));
    },
    60_000,
  );

  test('is not gone on with by another', async () => {
    const path = folder();
    const abort = new AbortController();
    const order = { selection, tables: [] };
    await expect(exported('csv', order, { folder: path, signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow(/abort/);
    await expect(exported('jsonl', order, { folder: path, resume: true })).rejects.toBeInstanceOf(ResumeMismatch);
  });
});

test('every column of every table is told by the codebook, and nothing else', async () => {
  const { path } = await exported('csv');
  const { tables } = jsonOf(path, 'codebook.json') as {
    tables: { name: string; columns: { name: string; meaning: string; unit: string }[] }[];
  };
  expect(tables.map(({ name }) => name)).toEqual(EXPORT_TABLES.map(({ name }) => name));
  for (const { name, columns } of tables) {
    const [head = ''] = readFileSync(join(path, `${name}.csv`), 'utf8').split('\n');
    expect(head).toBe(columns.map((column) => `"${column.name.replaceAll('"', '""')}"`).join(','));
    expect(columns.filter(({ meaning }) => meaning === '')).toEqual([]);
  }
  expect(tables[0]?.columns.map(({ name }) => name)).toContain('data.odd "field"');
});

test('a filter means the same sessions as in the list', async () => {
  const filter = { flight, where: ['condition:c2'], from: BEGIN + 1 };
  const { total } = await store.listSessions(filter);
  expect(total).toBeGreaterThan(0);
  const { rows } = await exported('csv', { selection: { filter }, tables: formatOf('csv').tables.slice(0, 1) });
  expect(rows).toBe(total);
});

describe('what was worked out afterwards', () => {
  const rule = { selector: 'main > a', event: 'click' as const, name: 'LINK' };
  const kept = { id: 'r', version: 2, rule };
  const area: Area = {
    id: 'a',
    flight,
    path: '/a',
    name: AWKWARD,
    version: 3,
    shape: { selector: null, drawnOn: '', parts: [{ path: 'main > a', left: 0, top: 0, right: 1, bottom: 1 }], top: 0, bottom: 0.5 },
    createdAt: 0,
    retiredAt: null,
    versions: [],
  };
  let sessions: string[];
  const derived = { type: 'interactionEvent' as const, name: 'LINK', url: 'https://example.org/a', metadata: [], basis: 'path' as const };

  beforeAll(async () => {
    sessions = (await store.listSessions({ flight, limit: 500 })).sessions.map(({ id }) => id);
    const [session = ''] = sessions;
    const { events } = await store.sessionEvents({ session, limit: 1 });
    const tab = events[0]?.tab ?? '';
    for (const version of [1, 2]) {
      const yielded = [BEGIN + 2, BEGIN + 1].map((at) => ({ ...derived, tab, at, details: { note: AWKWARD, version } }));
      await store.storeDerived({
        flight,
        rule: 'r',
        version,
        sessions: [{ session, events: yielded, undecided: 0, basis: 'path', problems: [], seenAt: BEGIN, again: false }],
      });
    }
  });

  const more = (name: string): Partial<ExportOrder> => ({
    rules: [kept],
    areas: [area],
    tables: formatOf(name).tables.filter(({ table }) => ['derived_events', 'area_measures'].includes(table.name)),
  });
  const rowsOf = (path: string, name: string, format: 'CSVWithNames' | 'Parquet') =>
    engine.use(async (client) => {
      const query = `SELECT * FROM file({path:String}, ${format})`;
      const file = join(path, `${name}.${format === 'Parquet' ? 'parquet' : 'csv'}`);
      return (await client.query({ query, query_params: { path: file }, format: 'JSONEachRow' })).json<Record<string, unknown>>();
    });

  test.each([
    ['csv', 'CSVWithNames'],
    ['parquet', 'Parquet'],
  ] as const)('is exported as %s: events of each rule’s newest version, marked with it, in order of time', async (name, format) => {
    const { path } = await exported(name, more(name));
    const rows = await rowsOf(path, 'derived_events', format);
    expect(rows.map(({ session, derivedFrom, ordinal, type, basis }) => ({ session, derivedFrom, ordinal, type, basis }))).toEqual(
      [1, 0].map((ordinal) => ({ session: sessions[0], derivedFrom: 'r@2', ordinal, type: 'interactionEvent', basis: 'path' })),
    );
    expect(rows.map(({ details }) => JSON.parse(String(details)) as unknown)).toEqual([1, 2].map(() => ({ note: AWKWARD, version: 2 })));
    expect(jsonOf(path, 'flight.json')).toMatchObject({
      rules: [{ id: 'r', version: 2, rule }],
      areas: [{ id: 'a', version: 3, name: AWKWARD }],
    });
  });

  test('is exported of areas session by session, and adds up to what the console shows', async () => {
    const { path } = await exported('csv', more('csv'));
    const rows = await rowsOf(path, 'area_measures', 'CSVWithNames');
    expect(rows).toHaveLength(12);
    const { rows: shown } = await measureAreas({ store })({ flight, path: area.path }, [area]);
    const numbers = (column: string) => rows.flatMap((row) => (row[column] === null ? [] : [Number(row[column])]));
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
    expect(shown).toMatchObject([
      {
        area: 'a',
        version: 3,
        sessions: 12,
        views: sum(numbers('views')),
        clicks: sum(numbers('clicks')),
        sessionsClicked: numbers('clicks').filter((clicks) => clicks > 0).length,
        firstClickMs: 299,
        hoverMs: null,
      },
    ]);
    expect(rows[0]).toMatchObject({
      area: 'a',
      version: 3,
      name: AWKWARD,
      path: area.path,
      views: 2,
      clicks: 6,
      firstClickMs: 299,
      hoverMs: null,
    });
  });

  test('says of a view that was not scrolled how long an area was in view, by the height that others tell', async () => {
    const seen = `f-${randomUUID()}` as Batch['flight'];
    const visited = (isScrolled: boolean) => {
      const row = (sequence: number, after: number, name: string, details: EventRow['details']) =>
        eventRow(sequence, { at: BEGIN + after, name, details, url: 'https://example.org/a' });
      return batch({
        flight: seen,
        events: [
          row(0, 0, 'started', { viewportResolution: { width: 800, height: 1_000 } }),
          row(1, 0, 'pageView', { url: 'https://example.org/a', cause: 'load' }),
          ...(isScrolled ? [row(2, 1_000, 'pageScroll', { scrollY: 4_500, fromY: 0, depth: 0.55, maxDepth: 0.55, durationMs: 0 })] : []),
          row(3, 3_000, 'click', { path: 'b' }),
        ],
      });
    };
    await store.load(segmentOf(scratch.path, [visited(true), visited(false)]));
    const { path } = await exported('csv', { ...more('csv'), selection: { filter: { flight: seen } } });
    const { rows: shown } = await measureAreas({ store })({ flight: seen, path: area.path }, [area]);
    const inView = (await rowsOf(path, 'area_measures', 'CSVWithNames')).map(({ inViewMs }) => Number(inViewMs));
    expect(inView).toHaveLength(2);
    expect(inView).toContain(3_000);
    expect(shown[0]?.inViewMs).toBe(((inView[0] ?? 0) + (inView[1] ?? 0)) / 2);
  });

  test('is nothing of an area on a page that nobody saw, or where there are no rules and areas', async () => {
    const unseen = { ...more('csv'), rules: [], areas: [{ ...area, path: '/b' }] };
    expect((await exported('csv', unseen)).rows).toBe(0);
    expect((await exported('csv', { ...unseen, areas: [] })).rows).toBe(0);
  });

  test('is not gone on with in another version', async () => {
    const path = folder();
    const abort = new AbortController();
    await expect(exported('csv', more('csv'), { folder: path, signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow(
      /abort/,
    );
    const changed = { ...more('csv'), areas: [{ ...area, version: 4 }] };
    await expect(exported('csv', changed, { folder: path, resume: true })).rejects.toBeInstanceOf(ResumeMismatch);
  });
});

test('Parquet is read by others, holds what JSON lines hold, and says what its columns mean', async () => {
  const { path, files } = await exported('parquet');
  const rowsOf = (name: string) =>
    engine.use(async (client) => {
      const query = 'SELECT * FROM file({path:String}, Parquet)';
      const answer = await client.query({ query, query_params: { path: join(path, `${name}.parquet`) }, format: 'JSONEachRow' });
      return answer.json<Record<string, unknown>>();
    });
  for (const { path: name, rows } of files.filter(({ path: each }) => each.endsWith('.parquet'))) {
    expect(await rowsOf(name.replace('.parquet', ''))).toHaveLength(rows ?? -1);
  }
  const lines = (await exportedText(store, 'jsonl', { flight })).trimEnd().split('\n');
  const told = new Map(
    lines.map((line) => JSON.parse(line) as Record<string, unknown>).map((event) => [`${event.tab} ${event.sequence}`, event]),
  );
  const events = await rowsOf('events');
  expect(events).toHaveLength(told.size);
  for (const { tab, sequence, at, name, details, monotonicAt, url, pageView } of events) {
    expect({
      at: Date.parse(`${String(at).replace(' ', 'T')}Z`),
      name,
      details: JSON.parse(String(details)),
      monotonicAt,
      url,
      pageView,
    }).toEqual(pick(told.get(`${tab} ${sequence}`), ['at', 'name', 'details', 'monotonicAt', 'url', 'pageView']));
  }
  const { schema, row_groups, key_value_metadata } = parquetMetadata(new Uint8Array(readFileSync(join(path, 'events.parquet'))).buffer);
  expect(schema.find(({ name }) => name === 'at')?.logical_type).toEqual({ type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' });
  expect(key_value_metadata?.map(({ key }) => key)).toEqual(['sightline:table', 'sightline:codebook']);
  const since = row_groups[0]?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === 'sinceSessionStartMs');
  expect(since?.meta_data?.key_value_metadata).toContainEqual({ key: 'unit', value: 'ms' });
});

const pick = (from: Record<string, unknown> | undefined, names: string[]) => Object.fromEntries(names.map((name) => [name, from?.[name]]));

test('what was exported as JSON lines is stored elsewhere, once, and exports the same', async () => {
  const elsewhere = `f-${randomUUID()}`;
  const text = await exportedText(store, 'jsonl', { flight });
  const lines = () =>
    linesOf(
      (async function* () {
        yield Buffer.from(text);
      })(),
    );
  const place = { application: 'a0000000-0000-4000-8000-000000000001', flight: elsewhere };
  const read = { lines: text.trimEnd().split('\n').length, sessions: 12 };
  for (let again = 0; again < 2; again += 1) expect(await importEvents(lines(), { store, place, folder: scratch.path })).toEqual(read);
  expect((await exportedText(store, 'jsonl', { flight: elsewhere })).replaceAll(elsewhere, flight)).toBe(text);
  const sessions = async (of: string) =>
    (await store.listSessions({ flight: of, limit: 500 })).sessions.map(({ flight: _flight, live: _live, ...session }) => session);
  expect(await sessions(elsewhere)).toEqual(await sessions(flight));
});

test.each([
  ['{', /line 1: it is not JSON/],
  ['{"session":"x"}', /line 1: session must be an id, got "x"/],
  ['null', /line 1: it must be an object/],
])('a line such as %s is refused with its number', async (line, message) => {
  const lines = linesOf(
    (async function* () {
      yield Buffer.from(line);
    })(),
  );
  await expect(importEvents(lines, { store, place: { application: '', flight }, folder: scratch.path })).rejects.toThrow(message);
});

/** Where they are missing, their tests say that they were skipped. */
const PYTHON = ['/usr/bin/python3', 'python3'].find((python) => runs(python, ['-c', 'import pandas']));
const R = runs('Rscript', ['--version']) ? 'Rscript' : undefined;

test.skipIf(PYTHON === undefined)(
  'load.py loads every table in pandas, and pandas computes the metrics that were exported',
  async () => {
    const { path } = await exported('csv');
    const said = execFileSync(PYTHON ?? '', [join(path, 'load.py')], { encoding: 'utf8' });
    expect(said).toMatch(/^sessions: 12 rows/m);
    const computed = JSON.parse(execFileSync(PYTHON ?? '', ['-c', BY_PANDAS], { cwd: path, encoding: 'utf8' })) as Record<
      string,
      Record<string, number>
    >;
    const wanted = ['session_duration@1', 'clicks@1', 'rage_clicks.seed@1', 'active_time@1', 'visible_time@1'];
    const metrics = METRICS.filter((metric) => wanted.includes(metricId(metric)));
    expect(metrics).toHaveLength(wanted.length);
    const { sessions } = await store.listSessions({ flight, limit: 500 });
    for (const { id } of sessions) {
      // What the console's own code measures from the events that the API gives it.
      const { events } = await store.sessionEvents({ session: id, limit: 10_000 });
      const inBrowser = Object.fromEntries(metrics.map((metric, index) => [metricColumn(metric), measure(events, ...metrics)[index]]));
      expect(computed[id]).toEqual({ ...inBrowser, exported: inBrowser });
    }
  },
  60_000,
);

test.skipIf(R === undefined)(
  'load.R loads every table in R',
  async () => {
    const { path } = await exported('csv');
    const said = execFileSync(R ?? '', [join(path, 'load.R')], { encoding: 'utf8' });
    for (const { name } of EXPORT_TABLES) expect(said).toMatch(new RegExp(`^${name}: \\d+ rows`, 'm'));
    const check = `source("load.R"); e <- tables$events; stopifnot(nrow(e) == 216, sum(e$name == "click") == 96, inherits(e$at, "POSIXct"), is.numeric(e$x), is.na(e$x[e$name == "presence"][1])); cat(length(unique(e$session)))`;
    expect(execFileSync(R ?? '', ['-e', check], { cwd: path, encoding: 'utf8' })).toBe('12');
  },
  60_000,
);

test('BIDS: a file for each session, and the same columns as its sidecar tells', async () => {
  const { path, files } = await exported('bids');
  const events = files.filter(({ path: name }) => name.endsWith('_events.tsv'));
  expect(events).toHaveLength(12);
  for (const { path: name } of events) {
    expect(name).toMatch(/^(sub-[0-9a-f]{32})\/(ses-[0-9a-f]{32})\/beh\/\1_\2_task-Myflight_events\.tsv$/);
    const [head = '', ...rows] = readFileSync(join(path, name), 'utf8').trimEnd().split('\n');
    expect(rows).toHaveLength(18);
    expect(new Set([head, ...rows].map((row) => row.split('\t').length))).toEqual(new Set([head.split('\t').length]));
    expect(head).toMatch(/^onset\tduration\ttrial_type\t/);
    const sidecar = jsonOf(path, 'task-Myflight_events.json') as object;
    expect(Object.keys(sidecar)).toEqual(['TaskName', ...head.split('\t')]);
  }
  expect(readFileSync(join(path, 'participants.tsv'), 'utf8').trimEnd().split('\n')).toHaveLength(13);
  rmSync(path, { recursive: true });
});

/** Written from the definitions, by somebody who has only the exported tables. */
const BY_PANDAS = `
import json
from load import tables
events = tables["events"].sort_values(["session", "at", "tab", "sequence"], kind="stable")
wide = tables["metrics_wide"].set_index("session")
presence = tables["presence"]
result = {}
def union(rows):
    total, end = 0, None
    for begin, until in sorted(zip(rows["from"].astype("int64") // 10**6, rows["to"].astype("int64") // 10**6)):
        begin = begin if end is None else max(begin, end)
        if until > begin:
            total += until - begin
            end = until
    return int(total)
for session, own in events.groupby("session"):
    clicks = own[own["name"] == "click"]
    at = clicks["at"].astype("int64") // 10**6
    paths = clicks["details"].map(lambda text: json.loads(text)["path"])
    rage = ((at.diff() < 300) & (paths == paths.shift())).sum()
    spells = presence[presence["session"] == session]
    at_all = own["at"].astype("int64") // 10**6
    values = {
        "session_duration_1": int(at_all.max() - at_all.min()),
        "visible_time_1": union(spells[spells["state"].isin(["visible", "focused", "active"])]),
        "active_time_1": union(spells[spells["state"] == "active"]),
        "clicks_1": len(clicks),
        "rage_clicks_seed_1": int(rage),
    }
    result[session] = {**values, "exported": {name: float(wide.loc[session, name]) for name in values}}
print(json.dumps(result))
`;

function runs(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
