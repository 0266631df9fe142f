import type { ClickHouseClient } from '@clickhouse/client';
import { MIGRATIONS } from './migrations/index.ts';

/** Brings the schema to this version's state; each step once, recorded by its number in `schema_migrations`. */
export async function migrate(client: ClickHouseClient, now: () => number): Promise<void> {
  await client.command({
    query: `CREATE TABLE IF NOT EXISTS schema_migrations (number UInt32, name String, appliedAt Int64)
      ENGINE = MergeTree ORDER BY number SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`,
  });
  const answer = await client.query({ query: 'SELECT number FROM schema_migrations', format: 'JSONEachRow' });
  const applied = new Set((await answer.json<{ number: number }>()).map(({ number }) => Number(number)));
  const newest = Math.max(...MIGRATIONS.map(({ number }) => number));
  const unknown = [...applied].filter((number) => !MIGRATIONS.some((migration) => migration.number === number));
  if (unknown.length > 0)
    throw new Error(`the store has schema ${unknown.join(', ')}, this version knows up to ${newest}: start the newer version`);
  for (const { number, name, statements } of MIGRATIONS.filter((migration) => !applied.has(migration.number))) {
    for (const query of statements) await client.command({ query });
    await client.insert({ table: 'schema_migrations', values: [{ number, name, appliedAt: now() }], format: 'JSONEachRow' });
  }
}
