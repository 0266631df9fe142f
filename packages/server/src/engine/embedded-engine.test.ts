import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { childScript, scratchDirectory, startEngineParent, testEmbeddedEngine } from '../../test/engines.ts';
import { embeddedEngine, type EmbeddedEngine } from './embedded-engine.ts';
import { EngineUnavailable } from './engine-unavailable.ts';
import { socketEngine } from './socket-engine.ts';

let engine: EmbeddedEngine & { directory: string };
afterEach(() => engine.stop());

const one = () => engine.use(async (client) => (await client.query({ query: 'SELECT 1 AS one', format: 'JSONEachRow' })).json());
const slow = () =>
  engine.use(async (client) =>
    (await client.query({ query: 'SELECT sum(sleepEachRow(0.01)) FROM numbers(300)', format: 'JSONEachRow' })).json(),
  );
const kill = () => process.kill(engine.pid() ?? 0, 'SIGKILL');

test('starts one child for callers that come at once', async () => {
  engine = await testEmbeddedEngine();
  expect(engine.pid()).toBeUndefined();
  await Promise.all([one(), one(), one()]);
  const pid = engine.pid();
  await one();
  expect(engine.pid()).toBe(pid);
});

test('only its user can reach the socket', async () => {
  engine = await testEmbeddedEngine();
  const { socketPath, release } = await engine.lease();
  expect(statSync(socketPath).mode & 0o777).toBe(0o600);
  release();
});

test('sleeps when idle and wakes with what it held', async () => {
  engine = await testEmbeddedEngine({ idleAfterMs: 50 });
  await engine.use((client) => client.command({ query: 'CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n' }));
  await engine.use((client) => client.insert({ table: 'kept', values: [{ n: 7 }], format: 'JSONEachRow' }));
  await vi.waitFor(() => expect(engine.pid()).toBeUndefined(), 5_000);
  const rows = await engine.use(async (client) => (await client.query({ query: 'SELECT n FROM kept', format: 'JSONEachRow' })).json());
  expect(rows).toEqual([{ n: 7 }]);
});

test('does not sleep while a query runs or another process holds a lease', async () => {
  engine = await testEmbeddedEngine({ idleAfterMs: 20 });
  await one();
  const pid = engine.pid();
  const { socketPath, release } = await engine.lease();
  const other = socketEngine({ socketPath });
  await slow();
  expect(await other.use((client) => client.ping())).toEqual({ success: true });
  expect(engine.pid()).toBe(pid);
  await other.stop();
  release();
  release();
  await vi.waitFor(() => expect(engine.pid()).toBeUndefined(), 5_000);
});

test('a child that is killed costs the query in flight a retryable error, and the next one nothing', async () => {
  engine = await testEmbeddedEngine();
  await one();
  const failing = slow();
  setTimeout(kill, 200);
  await expect(failing).rejects.toMatchObject({ name: 'EngineUnavailable', retry: true });
  expect(await one()).toEqual([{ one: 1 }]);
});

test('a child that is killed between two queries is not noticed', async () => {
  engine = await testEmbeddedEngine();
  await one();
  const pid = engine.pid();
  kill();
  await vi.waitFor(() => expect(engine.pid()).not.toBe(pid), 5_000);
  expect(await one()).toEqual([{ one: 1 }]);
});

test('a reader of streamed rows learns that the child died', async () => {
  engine = await testEmbeddedEngine();
  const { client, release } = await engine.acquire();
  const answer = await client.query({ query: 'SELECT number FROM numbers(500000000)', format: 'JSONCompactEachRow' });
  const reading = (async () => {
    let seen = 0;
    for await (const rows of answer.stream()) {
      if (seen === 0) kill();
      seen += rows.length;
    }
    return seen;
  })();
  await expect(reading).rejects.toThrow();
  release();
});

test('a directory belongs to one process', async () => {
  engine = await testEmbeddedEngine();
  await one();
  const second = embeddedEngine({ directory: engine.directory, childScript: await childScript(), log: { info: vi.fn(), warn: vi.fn() } });
  await expect(second.use((client) => client.ping())).rejects.toBeInstanceOf(EngineUnavailable);
  expect(await one()).toEqual([{ one: 1 }]);
  await second.stop();
});

test.each([
  ['idle', false],
  ['in the middle of a query', true],
])('the engine of a killed parent ends with it, %s, and leaves the directory to its successor', async (_, isBusy) => {
  const { path, remove } = scratchDirectory();
  onTestFinished(remove);
  const parent = await startEngineParent(path);
  if (isBusy) parent.send('query');
  const ended = once(parent, 'exit');
  parent.kill('SIGKILL');
  await ended;
  engine = await testEmbeddedEngine({ directory: path });
  expect(await one()).toEqual([{ one: 1 }]);
});

test('a stopped engine refuses', async () => {
  engine = await testEmbeddedEngine();
  await one();
  await engine.stop();
  await expect(one()).rejects.toThrow(/was stopped/);
});

test('bodies of failed inserts leave nothing behind', async () => {
  engine = await testEmbeddedEngine();
  await expect(engine.use((client) => client.insert({ table: 'nowhere', values: [{ n: 1 }], format: 'JSONEachRow' }))).rejects.toThrow(
    /nowhere/,
  );
  expect(readdirSync(join(engine.directory, 'scratch'))).toEqual([]);
});
