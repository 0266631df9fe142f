import type { Kysely, Migration } from 'kysely';

/** What flights measure metrics with, where that is not the default. */
export const measures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('measureSetting')
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('metric', 'text', (column) => column.notNull())
      .addColumn('preset', 'text')
      .addColumn('parameters', 'text', (column) => column.notNull())
      .addColumn('changedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('measureSetting_key', ['flightId', 'metric'])
      .execute();
  },
};
