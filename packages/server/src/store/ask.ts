import type { ClickHouseClient } from '@clickhouse/client';
import type { Engine } from '../engine/engine.ts';

/** Values for a statement's `{name:Type}` places: the engine binds them, they never enter the SQL. */
export type Parameters = Record<string, unknown>;

/** 64-bit integers as JSON numbers: all of ours stay below 2^53. */
export const ANSWER_SETTINGS = { output_format_json_quote_64bit_integers: 0 } as const;

/** All rows of a question. */
export const ask = <Row>(engine: Engine, query: string, parameters: Parameters = {}): Promise<Row[]> =>
  engine.use((client) => rowsOf<Row>(client, query, parameters));

/** Rows as they come, in constant memory. */
export async function* askOneByOne<Row>(engine: Engine, query: string, parameters: Parameters = {}): AsyncGenerator<Row, void> {
  const { client, release } = await engine.acquire();
  try {
    const answer = await client.query({ query, query_params: parameters, format: 'JSONEachRow', clickhouse_settings: ANSWER_SETTINGS });
    for await (const rows of answer.stream<Row>()) for (const row of rows) yield row.json();
  } finally {
    release();
  }
}

async function rowsOf<Row>(client: ClickHouseClient, query: string, parameters: Parameters): Promise<Row[]> {
  const answer = await client.query({ query, query_params: parameters, format: 'JSONEachRow', clickhouse_settings: ANSWER_SETTINGS });
  return answer.json<Row>();
}
