import type { ClickHouseClient } from '@clickhouse/client';

/**
 * How long parts stay after they were merged into one: nothing makes the merged one durable, so they must be there until the operating system has
 * written it (30 s or so), and until a write that the disk refused was noticed. chDB has 0, a ClickHouse server 480.
 */
const SECONDS = 60;

/** Keeps what was merged for a while, in every table that does not yet. */
export async function keepOldParts(client: ClickHouseClient): Promise<void> {
  const answer = await client.query({
    query: `SELECT name FROM system.tables
      WHERE database = currentDatabase() AND engine LIKE '%MergeTree' AND engine_full NOT LIKE '%old_parts_lifetime%'`,
    format: 'JSONEachRow',
  });
  for (const { name } of await answer.json<{ name: string }>())
    await client.command({ query: `ALTER TABLE ${name} MODIFY SETTING old_parts_lifetime = ${SECONDS}` });
}
