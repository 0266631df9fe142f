import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import type { Parameters } from './ask.ts';

/** How the engine tells of an error once rows are out. */
const LATE_ERROR = Buffer.from('\r\n__exception__\r\n');

/** An answer's bytes as they come, in whatever format the query names. */
export async function* plainBytes(
  client: ClickHouseClient,
  query: string,
  parameters: Parameters,
  settings: ClickHouseSettings,
): AsyncGenerator<Buffer, void> {
  const { stream } = await client.exec({ query, query_params: parameters, clickhouse_settings: settings });
  try {
    let held: Buffer = Buffer.alloc(0);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      const known = held.length > 0 ? Buffer.concat([held, piece]) : piece;
      if (known.includes(LATE_ERROR)) throw new Error(`the engine failed in the middle of an answer: ${await rest(known, stream)}`);
      // The mark may stand across two pieces.
      const safe = Math.max(0, known.length - LATE_ERROR.length);
      if (safe > 0) yield known.subarray(0, safe);
      held = known.subarray(safe);
    }
    if (held.length > 0) yield held;
  } finally {
    stream.destroy();
  }
}

async function rest(known: Buffer, stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces = [known.subarray(known.indexOf(LATE_ERROR) + LATE_ERROR.length)];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString().trim();
}
