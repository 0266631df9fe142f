import type { Kysely, Migration } from 'kysely';

/** Which people turned out to be one: what a merge moved, so that it can be undone, and the names that lead to whom now. */
export const mergedPeople: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('personMerge')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('personId', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('applicationId', 'text', (column) => column.notNull())
      .addColumn('identity', 'text')
      .addColumn('was', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('personMerge_identity').on('personMerge').columns(['applicationId', 'identity']).execute();
    await db.schema.createIndex('personMerge_person').on('personMerge').column('personId').execute();
  },
};
