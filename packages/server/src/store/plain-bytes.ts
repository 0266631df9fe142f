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
    let last: Buffer | undefined;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      if (last !== undefined && last.length < LATE_ERROR.length) last = Buffer.concat([last, piece]);
      else if (last !== undefined) {
        // The mark may stand across two pieces.
        const seam = Buffer.concat([last.subarray(1 - LATE_ERROR.length), piece.subarray(0, LATE_ERROR.length - 1)]);
        if (last.includes(LATE_ERROR) || seam.includes(LATE_ERROR)) throw await lateError([last, piece], stream);
        yield last;
        last = piece;
      } else last = piece;
    }
    if (last?.includes(LATE_ERROR)) throw await lateError([last], stream);
    if (last !== undefined) yield last;
  } finally {
    stream.destroy();
  }
}

async function lateError(known: Buffer[], stream: AsyncIterable<Buffer>): Promise<Error> {
  for await (const piece of stream) known.push(piece);
  const all = Buffer.concat(known);
  return new Error(
    `the engine failed in the middle of an answer: ${all
      .subarray(all.indexOf(LATE_ERROR) + LATE_ERROR.length)
      .toString()
      .trim()}`,
  );
}
