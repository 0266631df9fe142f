import type { Kysely, Migration } from 'kysely';

/** Every version of what a flight records; the defaults, version 0, have no row. */
export const settings: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('captureSettings')
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('createdBy', 'text')
      .addPrimaryKeyConstraint('captureSettings_key', ['flightId', 'version'])
      .execute();
  },
};
