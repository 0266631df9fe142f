import { createReadStream } from 'node:fs';
import type { ClickHouseClient } from '@clickhouse/client';
import { SEGMENT_COLUMNS, SEGMENT_SETTINGS } from './incoming.ts';

/** A sealed segment of the spool. */
export interface Segment {
  path: string;
  /** Names its content for good; a second load of the same token changes nothing. */
  token: string;
}

/**
 * Loads a segment with one insert. All its rows get the same arrival. May be repeated after any failure, even where it had
 * succeeded: every table drops what its token or its key names already. What comes of sessions that were erased is left out.
 */
export async function load(client: ClickHouseClient, segment: Segment, { arrival, localFiles }: { arrival: number; localFiles: boolean }) {
  const clickhouse_settings = {
    ...SEGMENT_SETTINGS,
    insert_deduplication_token: segment.token,
    // Without this a repetition that the first table drops never reaches the tables that a crash left behind.
    deduplicate_blocks_in_dependent_materialized_views: 1 as const,
  };
  const select = 'INSERT INTO incoming SELECT crc, bytes, batch, {arrival:UInt64} AS arrival';
  const kept = `WHERE (batch.flight, sipHash64(batch.session)) NOT IN (SELECT flight, session FROM erased)`;
  if (localFiles) {
    await client.command({
      query: `${select} FROM file({path:String}, 'JSONCompactEachRow', '${SEGMENT_COLUMNS}') ${kept}`,
      query_params: { arrival, path: segment.path },
      clickhouse_settings,
    });
    return;
  }
  const { stream } = await client.exec({
    query: `${select} FROM input('${SEGMENT_COLUMNS}') ${kept} FORMAT JSONCompactEachRow`,
    query_params: { arrival },
    clickhouse_settings,
    values: createReadStream(segment.path),
  });
  for await (const _ of stream);
}
