import { PostgresDialect } from 'kysely';

/** PostgreSQL's type number of `bigint`. */
const INT8 = 20;
const CONNECTIONS = 8;

/** Kysely's way to a PostgreSQL database. */
export function postgresDialect({ url, onError }: { url: string; onError: (error: Error) => void }): PostgresDialect {
  return new PostgresDialect({
    pool: async () => {
      // Loaded here, because an installation on SQLite never needs it.
      const { Pool, types } = (await import('pg')).default;
      const pool = new Pool({
        connectionString: url,
        max: CONNECTIONS,
        connectionTimeoutMillis: 10_000,
        types: {
          // Our whole numbers are instants and counters, which a double holds exactly; as text they would not compare.
          getTypeParser: (type, format) => (type === INT8 ? Number : types.getTypeParser(type, format)),
        },
      });
      // A connection that breaks while idle would end the process otherwise; while the pool closes, that is how they end.
      pool.on('error', (error) => {
        if (!pool.ending) onError(error);
      });
      return pool;
    },
  });
}
