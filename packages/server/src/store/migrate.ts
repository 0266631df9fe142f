import type { ClickHouseClient } from '@clickhouse/client';
import { MIGRATIONS } from './migrations/index.ts';

/** Brings the schema to this version's state; each step once, recorded in `schema_migrations`. */
export async function migrate(client: ClickHouseClient, now: () => number): Promise<void> {
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS schema_migrations (number UInt32, name String, appliedAt Int64)
      ENGINE = MergeTree ORDER BY number SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  });
  const answer = await client.query({ query: 'SELECT max(number) AS last FROM schema_migrations', format: 'JSONEachRow' });
  const last = Number((await answer.json<{ last: number }>())[0]?.last ?? 0);
  const newest = MIGRATIONS.length;
  if (last > newest) throw new Error(`the store has schema ${last}, this version knows up to ${newest}: start the newer version`);
  for (const { number, name, statements } of MIGRATIONS.slice(last)) {
    for (const query of statements) await client.command({ query });
    await client.insert({ table: 'schema_migrations', values: [{ number, name, appliedAt: now() }], format: 'JSONEachRow' });
  }
}
