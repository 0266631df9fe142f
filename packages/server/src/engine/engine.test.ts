import { Readable } from 'node:stream';
import { ClickHouseError } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testEmbeddedEngine, testRemoteEngine } from '../../test/engines.ts';
import type { Engine } from './engine.ts';

describe.each([
  { kind: 'embedded', create: () => testEmbeddedEngine(), stored: 3_000 },
  { kind: 'remote', create: testRemoteEngine, stored: 2_000 },
])('the $kind engine', ({ kind, create, stored }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await create();
  });
  afterAll(() => engine.stop());

  const rows = <Row>(query: string, query_params: Record<string, unknown> = {}) =>
    engine.use(async (client) => (await client.query({ query, query_params, format: 'JSONEachRow' })).json<Row>());

  test('answers the unmodified client', async () => {
    expect(await engine.use((client) => client.ping())).toEqual({ success: true });
    expect(await rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.each(["it's", 'a\\b', 'tab\there', 'line\nbreak', "'; DROP TABLE x; --", 'ünï 😀', '', '{p:String}'])(
    'binds %j as a value, unchanged',
    async (text) => {
      expect(await rows('SELECT {text:String} AS text, {list:Array(String)} AS list', { text, list: [text] })).toEqual([
        { text, list: [text] },
      ]);
    },
  );

  test('keeps the parameters of concurrent queries apart', async () => {
    const numbers = Array.from({ length: 40 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map((number) => rows<{ n: number }>('SELECT {n:UInt32} AS n, count() FROM numbers(100000)', { n: number })),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(numbers);
  });

  test('refuses a query whose parameter is missing, also after one that had it', async () => {
    await rows('SELECT {once:UInt8} AS n', { once: 1 });
    for (let again = 0; again < 4; again += 1) await expect(rows('SELECT {once:UInt8} AS n')).rejects.toThrow(/once.*is not set/);
  });

  const blockSize = (clickhouse_settings: Record<string, number>) =>
    engine.use(async (client) => {
      const query = "SELECT toUInt32(getSetting('max_block_size')) AS n";
      return (await client.query({ query, format: 'JSONEachRow', clickhouse_settings })).json<{ n: number }>();
    });

  test('settings hold for one statement', async () => {
    const before = await blockSize({});
    expect(await blockSize({ max_block_size: 77 })).toEqual([{ n: 77 }]);
    expect(await blockSize({})).toEqual(before);
  });

  test('passes an error on with its code and type', async () => {
    const failure = rows('SELECT nothing FROM nowhere');
    await expect(failure).rejects.toBeInstanceOf(ClickHouseError);
    await expect(failure).rejects.toMatchObject({ code: '60', type: 'UNKNOWN_TABLE' });
  });

  test('tells of an error after the first rows', async () => {
    await expect(rows('SELECT throwIf(number = 900000) FROM numbers(1000000)')).rejects.toMatchObject({ code: '395' });
  });

  // What an embedded engine remembers of tokens outlives parts that the disk refused: there, keys alone tell what is known.
  test(`stores streamed rows, and the same rows with the same token ${kind === 'remote' ? 'once' : 'again'}`, async () => {
    await engine.use(async (client) => {
      await client.command({
        query:
          'CREATE TABLE streamed (n UInt32, text String) ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 100',
      });
      for (const token of ['a', 'a', 'b']) {
        await client.insert({
          table: 'streamed',
          values: Readable.from(Array.from({ length: 1_000 }, (_, n) => ({ n, text: `row ${n} "quoted"\n` }))),
          format: 'JSONEachRow',
          clickhouse_settings: { insert_deduplication_token: token },
        });
      }
    });
    expect(await rows('SELECT toUInt32(count()) AS rows, toUInt32(uniqExact(n)) AS numbers FROM streamed')).toEqual([
      { rows: stored, numbers: 1_000 },
    ]);
  });

  test('reads rows of a body through input()', async () => {
    await engine.use(async (client) => {
      await client.command({ query: 'CREATE TABLE doubled (n UInt32) ENGINE = MergeTree ORDER BY n' });
      await client.command({ query: 'SELECT 1' });
      const { stream } = await client.exec({
        query: "INSERT INTO doubled SELECT n * {by:UInt8} FROM input('n UInt32') FORMAT JSONCompactEachRow",
        query_params: { by: 2 },
        values: Readable.from(['[1]\n', '[2]\n'], { objectMode: false }),
      });
      stream.resume();
    });
    expect(await rows('SELECT n FROM doubled ORDER BY n')).toEqual([{ n: 2 }, { n: 4 }]);
  });

  test('streams millions of rows', async () => {
    const counted = await engine.use(async (client) => {
      const answer = await client.query({ query: 'SELECT number, toString(number) FROM numbers(2000000)', format: 'JSONCompactEachRow' });
      let count = 0;
      for await (const chunk of answer.stream()) count += chunk.length;
      return count;
    });
    expect(counted).toBe(2_000_000);
  });

  test('goes on after a reader that stopped in the middle', async () => {
    await engine.use(async (client) => {
      for (let reader = 0; reader < 4; reader += 1) {
        const answer = await client.query({ query: 'SELECT number FROM numbers(500000000)', format: 'JSONEachRow' });
        for await (const _ of answer.stream()) break;
      }
    });
    expect(await rows('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });
});
