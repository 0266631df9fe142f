import type { Kysely, Migration } from 'kysely';

/** Named views of pages, by application. A removed one is kept for a while, so that it can be taken back. */
export const savedViews: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('savedView')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('applicationId', 'text', (column) => column.notNull().references('application.id').onDelete('cascade'))
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('search', 'text', (column) => column.notNull())
      .addColumn('createdBy', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('deletedAt', 'bigint')
      .execute();
    await db.schema.createIndex('savedView_application').on('savedView').column('applicationId').execute();
  },
};
