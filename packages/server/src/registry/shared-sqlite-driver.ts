import type Libsql from 'libsql';
import { SelectQueryNode, SqliteDriver, type DatabaseConnection } from 'kysely';
import { whileBusy } from './while-busy.ts';

/**
 * Kysely's SQLite driver for a file with other writers. Every write runs in a transaction that begins as a writer's, because
 * one that begins by reading fails for good when another process writes in between, and because libsql resets a statement that
 * found the file busy only when it is collected as garbage, until when no transaction can be committed.
 */
export class SharedSqliteDriver extends SqliteDriver {
  readonly #open: () => Promise<Libsql.Database>;

  constructor(open: () => Promise<Libsql.Database>) {
    super({ database: open });
    this.#open = open;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return sharedConnection(await super.acquireConnection(), await this.#open());
  }

  override async beginTransaction(): Promise<void> {
    await begin(await this.#open());
  }

  override async commitTransaction(): Promise<void> {
    (await this.#open()).exec('commit');
  }

  override async rollbackTransaction(): Promise<void> {
    (await this.#open()).exec('rollback');
  }
}

const begin = (database: Libsql.Database) => whileBusy(() => database.exec('begin immediate'));

function sharedConnection(connection: DatabaseConnection, database: Libsql.Database): DatabaseConnection {
  return {
    async executeQuery(query) {
      if (database.inTransaction || SelectQueryNode.is(query.query)) return connection.executeQuery(query);
      await begin(database);
      try {
        const result = await connection.executeQuery<never>(query);
        database.exec('commit');
        return result;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}
