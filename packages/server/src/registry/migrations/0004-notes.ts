import type { Kysely, Migration } from 'kysely';

/** Notes that researchers pin to moments of sessions. */
export const notes: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('note')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('sessionId', 'text', (column) => column.notNull())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('tab', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('editedAt', 'bigint')
      .addColumn('deletedAt', 'bigint')
      .execute();
    await db.schema.createIndex('note_session').on('note').column('sessionId').execute();
    await db.schema.createIndex('note_flight').on('note').column('flightId').execute();
  },
};
