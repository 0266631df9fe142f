/*
 * What an event costs in the store, and what "exactly once" costs at query time.
 *
 *   npx esbuild bench/store-trial.ts --bundle --platform=node --format=esm --packages=external --outfile=.cache/bench/store-trial.mjs
 *   node .cache/bench/store-trial.mjs [events] [directory]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { embeddedEngine } from '../packages/server/src/engine/embedded-engine.ts';
import { measure, METRICS, sights } from '../packages/metrics/src/index.ts';
import { createStore } from '../packages/server/src/store/index.ts';
import { load } from '../packages/server/src/store/load.ts';
import { migrate } from '../packages/server/src/store/migrate.ts';
import { frame } from './frames.ts';
import { generate } from './generate.ts';

const SEGMENT_BYTES = 8 * 1024 * 1024;
const LONG = '10000000-0000-4000-8000-000000000001';
/** A fifth of the sessions stands for all: what a row costs depends on its neighbours, not on their number. */
const PART = "toString(session) < '3'";
const wanted = Number(process.argv[2] ?? 5_000_000);
const directory = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'store-trial-'));
const engine = embeddedEngine({
  directory: join(directory, 'store'),
  childScript: resolve('packages/server/dist/engine/child.js'),
  log: { info: () => undefined, warn: (fields, message) => console.log(message, fields) },
});
const rows = <Row>(query: string) => engine.use(async (client) => (await client.query({ query, format: 'JSONEachRow' })).json<Row>());
const run = (query: string) => engine.use((client) => client.command({ query }));

try {
  await engine.use((client) => migrate(client, Date.now));
  const stored = Number((await rows<{ n: string }>('SELECT count() AS n FROM events'))[0]?.n);
  if (stored === 0) await fill();
  await queries('as background merges left it');
  await settle('events');
  await settle('tabs');
  await sizes();
  await queries('merged into one part');
  await questions();
  await variants();
} finally {
  await engine.stop();
  if (process.argv[3] === undefined) rmSync(directory, { recursive: true });
}

async function fill() {
  const path = join(directory, 'segment.spool');
  const batches = generate({ seed: 'store-trial' });
  let events = 0;
  let bytes = 0;
  let loadMs = 0;
  for (let segment = 0; events < wanted; segment += 1) {
    const lines: string[] = [];
    for (let size = 0; size < SEGMENT_BYTES;) {
      const batch = batches.next().value;
      if (batch === undefined) throw new Error('the generator ended');
      const line = frame(batch);
      lines.push(line);
      size += line.length;
      events += batch.events.length;
    }
    const text = lines.join('');
    bytes += text.length;
    writeFileSync(path, text);
    const startedAt = performance.now();
    await engine.use((client) => load(client, { path, token: `segment-${segment}` }, { arrival: Date.now() * 1_000, localFiles: true }));
    loadMs += performance.now() - startedAt;
  }
  console.log(
    `loaded ${events} events of ${(bytes / events).toFixed(0)} B, ${Math.round((events / loadMs) * 1_000)} events/s while loading`,
  );
}

/** Waits for background merges to come to rest, as they would in the quiet of a night. */
async function settle(table: string) {
  await run(`OPTIMIZE TABLE ${table} FINAL`);
}

async function sizes() {
  const tables = await rows<{ table: string; perEvent: number }>(
    `SELECT table, round(sum(data_compressed_bytes) / (SELECT count() FROM events), 2) AS perEvent FROM system.parts WHERE active AND database = currentDatabase() GROUP BY table ORDER BY perEvent DESC`,
  );
  console.table(tables);
  const columns = await rows(
    `SELECT name, round(data_compressed_bytes / (SELECT count() FROM events), 3) AS perEvent FROM system.columns WHERE table = 'events' AND database = currentDatabase() ORDER BY perEvent DESC LIMIT 16`,
  );
  console.table(columns);
}

/** The store's own questions, at the size of the trial. */
async function questions() {
  const store = createStore({ engine, now: Date.now, log: { info: () => undefined } });
  const [flight] = await rows<{ flight: string; sessions: number }>(
    'SELECT flight, uniqExact(session) AS sessions FROM tabs GROUP BY flight ORDER BY sessions DESC LIMIT 1',
  );
  const of = flight?.flight ?? '';
  await longSession(store);
  const asked: Record<string, () => Promise<unknown>> = {
    [`sessions by start, ${flight?.sessions} in the flight`]: () => store.listSessions({ flight: of }),
    'sessions by events': () => store.listSessions({ flight: of, sort: 'events' }),
    'sessions searched': () => store.listSessions({ flight: of, search: 'P1234' }),
    'flight totals': () => store.flightTotals(of),
    'one session': () => store.sessionSummary({ session: LONG }),
    'its first page of 1,000 events': () => store.sessionEvents({ session: LONG, limit: 1_000 }),
    'its completeness': () => store.sessionCompleteness({ session: LONG }),
    'its 100,000 events for metrics': () => store.sessionEventsForMetrics({ session: LONG, sees: sights(METRICS) }),
    'the same, with all metrics': async () =>
      measure(await store.sessionEventsForMetrics({ session: LONG, sees: sights(METRICS) }), ...METRICS),
  };
  const results = [];
  for (const [question, work] of Object.entries(asked)) results.push({ question, ms: await medianOf(work) });
  console.table(results);
}

async function longSession(store: ReturnType<typeof createStore>) {
  if (await store.sessionSummary({ session: LONG })) return;
  const batches = generate({ seed: 'long', concurrent: 1, eventsPerSession: 1e9, flights: 1 });
  const lines: string[] = [];
  for (let events = 0; events < 100_000;) {
    const batch = batches.next().value;
    if (batch === undefined) throw new Error('the generator ended');
    lines.push(frame({ ...batch, session: LONG as never }));
    events += batch.events.length;
  }
  const path = join(directory, 'long.spool');
  writeFileSync(path, lines.join(''));
  await store.load({ path, token: 'long' });
}

async function queries(state: string) {
  const [parts] = await rows<{ n: number }>("SELECT count() AS n FROM system.parts WHERE active AND table = 'events'");
  console.log(`events ${state}: ${parts?.n} parts`);
  const [session] = await rows<{ flight: string; session: string }>(
    'SELECT flight, session FROM events GROUP BY flight, session ORDER BY count() DESC LIMIT 1',
  );
  const one = `flight = '${session?.flight}' AND session = '${session?.session}'`;
  const flight = `flight = '${session?.flight}'`;
  const asked: Record<string, string> = {
    'one session': `SELECT count(), sum(length(details)) FROM events <final> WHERE ${one}`,
    'clicks per element, flight': `SELECT path, count() FROM events <final> WHERE ${flight} AND name = 'click' GROUP BY path ORDER BY 2 DESC LIMIT 20`,
    'heatmap, flight': `SELECT intDiv(x, 12), intDiv(y, 50), count() FROM events <final> WHERE ${flight} AND name = 'click' GROUP BY 1, 2`,
    'events a day, all flights': 'SELECT intDiv(at, 86400000), count() FROM events <final> GROUP BY 1',
  };
  const results = [];
  for (const [question, query] of Object.entries(asked)) {
    results.push({
      question,
      'as stored, ms': await median(query.replace('<final>', '')),
      'FINAL, ms': await median(query.replace('<final>', 'FINAL')),
      'LIMIT 1 BY, ms': await median(
        query
          .replace('<final>', '')
          .replace(
            'FROM events',
            `FROM (SELECT *, details FROM events ORDER BY flight, session, tab, sequence, arrival LIMIT 1 BY flight, session, tab, sequence)`,
          ),
      ),
    });
  }
  console.table(results);
}

async function variants() {
  const [ddl] = await rows<{ statement: string }>('SHOW CREATE TABLE events');
  const statement = ddl?.statement ?? '';
  const columns = (
    await rows<{ name: string }>(
      "SELECT name FROM system.columns WHERE table = 'events' AND database = currentDatabase() AND default_kind = ''",
    )
  )
    .map(({ name }) => name)
    .join(', ');
  const asked: Record<string, (text: string) => string> = {
    'as it is': (text) => text,
    'details in full beside the lifted ones': (text) =>
      text.replace(/`details` String ALIAS ([\s\S]*?),\n/, '`details` String MATERIALIZED $1 CODEC(ZSTD(3)),\n'),
    'ZSTD(1)': (text) => text.replaceAll('ZSTD(3)', 'ZSTD(1)'),
    'ZSTD(6)': (text) => text.replaceAll('ZSTD(3)', 'ZSTD(6)'),
    'without Delta': (text) => text.replaceAll('Delta(8), ', '').replaceAll('Delta(4), ', ''),
    'ordered by time': (text) => text.replace('ORDER BY (flight, session, tab, sequence)', 'ORDER BY (flight, session, at, tab, sequence)'),
    'larger compression blocks': (text) =>
      text.replace('SETTINGS ', 'SETTINGS min_compress_block_size = 262144, max_compress_block_size = 2097152, '),
  };
  const results = [];
  for (const [variant, change] of Object.entries(asked)) {
    await run('DROP TABLE IF EXISTS variant SYNC');
    await run(change(statement).replace(/CREATE TABLE \S+/, 'CREATE TABLE variant'));
    const startedAt = performance.now();
    await run(
      `INSERT INTO variant (${columns}) SELECT ${columns} FROM events WHERE ${PART} SETTINGS max_threads = 1, max_block_size = 16384, min_insert_block_size_rows = 100000, min_insert_block_size_bytes = 0`,
    );
    const ms = performance.now() - startedAt;
    await settle('variant');
    const [size] = await rows<{ b: number }>(
      "SELECT sum(data_compressed_bytes) / sum(rows) AS b FROM system.parts WHERE active AND table = 'variant'",
    );
    results.push({ variant, 'B/event': size?.b.toFixed(2), 'written in s': (ms / 1_000).toFixed(1) });
    await run('DROP TABLE variant SYNC');
  }
  console.table(results);
}

function median(query: string): Promise<number> {
  return medianOf(() => rows(query));
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return Math.round(times.toSorted((a, b) => a - b)[2] ?? 0);
}
