import { once } from 'node:events';
import { onTestFinished, expect, test, vi } from 'vitest';
import { scratchDirectory, startEngineParent, testEmbeddedEngine } from '../../test/engines.ts';
import { socketPath } from '../control/socket-path.ts';
import { createStore } from '../store/index.ts';
import type { Engine } from './engine.ts';
import { socketEngine } from './socket-engine.ts';

const FILE_BYTES = 4 * 1024 ** 2;

const told = async <Row>(engine: Engine, query: string) =>
  engine.use(async (client) => (await client.query({ query, format: 'JSONEachRow' })).json<Row>());
const ids = (engine: Engine) => told(engine, 'SELECT count() AS rows, uniqExact(n) AS numbers, uniqExact(text) AS texts FROM kept');
const insert = (engine: Engine, token: string, from: number, rows: number) =>
  engine.use((client) =>
    client.command({
      query: `INSERT INTO kept SELECT number + ${from}, toString(generateUUIDv4()) FROM numbers(${rows})`,
      clickhouse_settings: { insert_deduplication_token: token, max_block_size: '1000000', max_insert_block_size: '1000000' },
    }),
  );

/** An engine to which the disk refuses files above a size, with a table; and afterwards one on the same directory to which it does not. */
async function engineWithLimit() {
  const { path, remove } = scratchDirectory();
  onTestFinished(remove);
  const parent = await startEngineParent(path, { fileBytes: FILE_BYTES });
  const limited = socketEngine({ socketPath: socketPath(path, 'engine.sock') });
  await limited.use((client) =>
    client.command({
      query: `CREATE TABLE kept (n UInt64, text String CODEC(NONE)) ENGINE = MergeTree ORDER BY n
        SETTINGS min_bytes_for_wide_part = 0, old_parts_lifetime = 60, non_replicated_deduplication_window = 100`,
    }),
  );
  return {
    limited,
    async unlimited() {
      const gone = once(parent, 'exit');
      parent.kill('SIGKILL');
      await Promise.all([gone, limited.stop()]);
      const engine = await testEmbeddedEngine({ directory: path });
      onTestFinished(() => engine.stop());
      return engine;
    },
  };
}

test('a write that the disk refuses is not taken for done: the statement fails, and the next engine goes on', async () => {
  const engine = await testEmbeddedEngine();
  onTestFinished(() => engine.stop());
  const writing = engine.use((client) => client.command({ query: "INSERT INTO FUNCTION file('/dev/full', 'CSV') SELECT 1" }));
  await expect(writing).rejects.toThrow(/the disk refused what the engine wrote/);
  await vi.waitFor(() => expect(engine.pid()).toBeUndefined(), 10_000);
  expect(await told(engine, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('what was stored before the disk refused a part, or a merge of parts, is there afterwards, and what was refused can be stored again', async () => {
  const { limited, unlimited } = await engineWithLimit();
  await insert(limited, 'one', 0, 70_000);
  await insert(limited, 'two', 70_000, 70_000);
  await expect(
    limited.use(async (client) => {
      await client.command({ query: 'OPTIMIZE TABLE kept FINAL' });
    }),
  ).rejects.toThrow(/the disk refused what the engine wrote/);
  await expect(insert(limited, 'three', 140_000, 200_000)).rejects.toThrow();

  const engine = await unlimited();
  expect(await ids(engine)).toEqual([{ rows: 140_000, numbers: 140_000, texts: 140_000 }]);
  await insert(engine, 'three', 140_000, 200_000);
  expect(await ids(engine)).toEqual([{ rows: 340_000, numbers: 340_000, texts: 340_000 }]);
});

test('an insert that the disk refuses fails, and is taken when it comes again', async () => {
  const { limited, unlimited } = await engineWithLimit();
  await insert(limited, 'one', 0, 70_000);
  await expect(insert(limited, 'two', 70_000, 200_000)).rejects.toThrow(/the disk refused what the engine wrote/);

  const engine = await unlimited();
  expect(await ids(engine)).toEqual([{ rows: 70_000, numbers: 70_000, texts: 70_000 }]);
  await insert(engine, 'two', 70_000, 200_000);
  expect(await ids(engine)).toEqual([{ rows: 270_000, numbers: 270_000, texts: 270_000 }]);
});

test('every table of the store keeps merged parts for a while', async () => {
  const engine = await testEmbeddedEngine();
  const store = createStore({ engine, now: Date.now, log: { info: vi.fn() } });
  onTestFinished(() => engine.stop());
  await store.open();
  const tables = await told<{ name: string; kept: boolean }>(
    engine,
    "SELECT name, engine_full LIKE '%old_parts_lifetime = 60%' AS kept FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree'",
  );
  expect(tables.length).toBeGreaterThan(5);
  expect(tables.filter(({ kept }) => !kept)).toEqual([]);
});
