import { randomUUID } from 'node:crypto';
import { eventsTable, column } from '@sightline/protocol';
import { parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import type { ExportPieceQuery } from './export-piece.ts';
import type { SessionHead } from './export-heads.ts';
import { createStore, type Store } from './index.ts';

const FLIGHT_OF_TEST = `f-${randomUUID()}` as Batch['flight'];
const SEGMENTS = 3;
const SESSIONS = 40;
/** Runs of rows that one segment alone has, of lengths that no block has: some of several blocks. */
const eventsOf = (session: number) => (session % 10 === 0 ? 3_001 : 317);
const ROWS = SEGMENTS * Array.from({ length: SESSIONS }, (_, session) => eventsOf(session)).reduce((sum, events) => sum + events, 0);
const LINE = [column('line', 'json', 'The event.')];
const EVENTS_AS = (encoding: ExportPieceQuery['encoding']) => ({ source: 'events', columns: eventsTable.columns, encoding }) as const;

const scratch = scratchDirectory();
let engine: Engine;
let store: Store;
let heads: SessionHead[];

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 2_000, log: { info: () => undefined } });
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    const batches = Array.from({ length: SESSIONS }, (_, session) =>
      batch({ flight: FLIGHT_OF_TEST, events: Array.from({ length: eventsOf(session) }, (_row, sequence) => eventRow(sequence)) }),
    );
    await store.load(segmentOf(scratch.path, batches));
  }
  heads = await store.exportHeads({ filter: { flight: FLIGHT_OF_TEST }, order: 'id', limit: 1_000 });
}, 60_000);
afterAll(async () => {
  await engine.stop();
  scratch.remove();
});

async function bytesOf(asked: Pick<ExportPieceQuery, 'source' | 'columns' | 'encoding'>, sessionOrder: 'id' | 'start'): Promise<Buffer> {
  const piece = await store.exportPiece({
    ...asked,
    flight: FLIGHT_OF_TEST,
    heads,
    sessionOrder,
    until: Number.MAX_SAFE_INTEGER,
    distinct: true,
  });
  const parts: Buffer[] = [];
  for await (const bytes of piece.read(0, piece.bytes)) parts.push(Buffer.from(bytes));
  await piece.drop();
  return Buffer.concat(parts);
}

test.each([
  ['lines', { source: 'lines', columns: LINE, encoding: 'lines' } as const],
  ['csv', EVENTS_AS('csv')],
])('%s of sessions by id is the same as rows come in the order of the key and as they are sorted', async (_, asked) => {
  const inOrder = await bytesOf(asked, 'id');
  expect(inOrder.toString().trim().split('\n')).toHaveLength(ROWS);
  expect(inOrder.equals(await bytesOf(asked, 'start'))).toBe(true);
});

test('Parquet has row groups of exactly as many rows, and the same bytes after the store has merged', async () => {
  const before = await bytesOf(EVENTS_AS('parquet'), 'id');
  const groups = parquetMetadata(new Uint8Array(before).buffer).row_groups.map(({ num_rows: rows }) => Number(rows));
  expect(new Set(groups.slice(0, -1))).toEqual(new Set([8_192]));
  expect(groups).toHaveLength(Math.ceil(ROWS / 8_192));
  await engine.use((client) => client.command({ query: 'OPTIMIZE TABLE events FINAL' }));
  expect((await bytesOf(EVENTS_AS('parquet'), 'id')).equals(before)).toBe(true);
});
