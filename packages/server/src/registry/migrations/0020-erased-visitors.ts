import type { Kysely, Migration } from 'kysely';

/** Whose visitors were erased, by a hash that tells nobody which: a browser that was offline does not bring the person back. */
export const erasedVisitors: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('erasedVisitor')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('erasedAt', 'bigint', (column) => column.notNull())
      .execute();
  },
};
