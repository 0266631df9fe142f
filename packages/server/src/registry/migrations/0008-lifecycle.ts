import type { Kysely, Migration } from 'kysely';

/** When applications and flights were put aside, and from when on the deleted ones are erased. */
export const lifecycle: Migration = {
  async up(db: Kysely<unknown>) {
    for (const table of ['application', 'flight']) {
      await db.schema.alterTable(table).addColumn('archivedAt', 'bigint').execute();
      await db.schema.alterTable(table).addColumn('erasedFrom', 'bigint').execute();
    }
  },
};
