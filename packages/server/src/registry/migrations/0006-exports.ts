import type { Kysely, Migration } from 'kysely';

/** Exports that are made in the background: who asked for what, and what became of it. */
export const exportJobs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('exportJob')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('format', 'text', (column) => column.notNull())
      .addColumn('tables', 'text', (column) => column.notNull())
      .addColumn('filter', 'text', (column) => column.notNull())
      .addColumn('session', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('createdBy', 'text', (column) => column.notNull())
      .addColumn('finishedAt', 'bigint')
      .addColumn('expiresAt', 'bigint')
      .addColumn('sessions', 'bigint', (column) => column.notNull())
      .addColumn('ofSessions', 'bigint')
      .addColumn('rows', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('sha256', 'text')
      .addColumn('fileName', 'text', (column) => column.notNull())
      .addColumn('error', 'text')
      .execute();
    await db.schema.createIndex('exportJob_flight').on('exportJob').columns(['flightId', 'createdAt']).execute();
  },
};
