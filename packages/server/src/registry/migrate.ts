import { Migrator, type Kysely } from 'kysely';
import type { DatabaseKind } from './database-kind.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** Applies the migrations that are missing, in whatever order they were written; of several processes that start at once, one does it and the others wait. */
export async function migrate(kysely: Kysely<Tables>, kind: DatabaseKind): Promise<void> {
  const migrator = new Migrator({ db: kysely, allowUnorderedMigrations: true, provider: { getMigrations: async () => migrations(kind) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
