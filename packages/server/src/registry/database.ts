import type { DatabaseKind } from './database-kind.ts';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { writableDirectory } from '../control/writable-directory.ts';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Where the registry is kept. */
export interface DatabasePlace {
  data: string;
  postgresUrl?: string | undefined;
}

/** The registry's database, at its newest schema. */
export interface Database {
  kind: DatabaseKind;
  kysely: Kysely<Tables>;
  close(): Promise<void>;
}

/** Opens PostgreSQL where its URL is given, else a SQLite file in the data folder, and brings it to the newest schema. */
export async function openDatabase({ data, postgresUrl, onError }: DatabasePlace & { onError: (error: Error) => void }): Promise<Database> {
  const kind: DatabaseKind = postgresUrl ? 'postgres' : 'sqlite';
  if (!postgresUrl) writableDirectory(data);
  const dialect = postgresUrl ? postgresDialect({ url: postgresUrl, onError }) : sqliteDialect(join(data, 'registry.sqlite'));
  const kysely = new Kysely<Tables>({ dialect });
  try {
    await migrate(kysely, kind);
  } catch (error) {
    await kysely.destroy();
    const where = postgresUrl ? 'the PostgreSQL database' : `registry.sqlite in ${data}`;
    throw new Error(`The registry could not be opened: ${where}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return { kind, kysely, close: () => kysely.destroy() };
}
