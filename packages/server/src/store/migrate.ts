import type { ClickHouseClient } from '@clickhouse/client';
import { MIGRATIONS } from './migrations/index.ts';

/** Brings the schema to this version's state; each step once, recorded in `schema_migrations`. */
export async function migrate(client: ClickHouseClient, now: () => number): Promise<void> {
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS schema_migrations (number UInt32, name String, appliedAt Int64)
      ENGINE = MergeTree ORDER BY number SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  });
  const answer = await client.query({ query: 'SELECT DISTINCT number FROM schema_migrations', format: 'JSONEachRow' });
  const applied = new Set((await answer.json<{ number: number }>()).map(({ number }) => Number(number)));
  const last = Math.max(0, ...applied);
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (last > newest) throw new Error(`the store has schema ${last}, this version knows up to ${newest}: start the newer version`);
  for (const { number, name, statements } of MIGRATIONS.filter((migration) => !applied.has(migration.number))) {
    for (const query of statements) await client.command({ query });
    await client.insert({ table: 'schema_migrations', values: [{ number, name, appliedAt: now() }], format: 'JSONEachRow' });
  }
}
