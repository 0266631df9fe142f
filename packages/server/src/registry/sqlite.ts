import { closeSync, openSync } from 'node:fs';
import Libsql from 'libsql';
import { SqliteAdapter, SqliteDialect } from 'kysely';
import { SharedSqliteDriver } from './shared-sqlite-driver.ts';
import { whileBusy } from './while-busy.ts';

/** Kysely's way to a SQLite file that other processes use at the same time; what is committed survives a power cut. */
export function sqliteDialect(file: string): SqliteDialect {
  let database: Promise<Libsql.Database> | undefined;
  return new SharedSqliteDialect(() => (database ??= whileBusy(() => open(file))));
}

function open(file: string): Libsql.Database {
  // It holds password hashes and the cookie secret. SQLite gives its side files the mode of the file itself.
  closeSync(openSync(file, 'a', 0o600));
  const database = new Libsql(file);
  try {
    // What is erased is overwritten too, not only given free.
    database.exec(
      'PRAGMA busy_timeout=0; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

class SharedSqliteDialect extends SqliteDialect {
  readonly #open: () => Promise<Libsql.Database>;

  constructor(opened: () => Promise<Libsql.Database>) {
    super({ database: opened });
    this.#open = opened;
  }

  override createDriver(): SharedSqliteDriver {
    return new SharedSqliteDriver(this.#open);
  }

  override createAdapter(): TransactionalSqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** Kysely runs migrations outside a transaction on SQLite, although SQLite can undo them; two first starts at once need it. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
