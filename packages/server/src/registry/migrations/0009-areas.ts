import type { Kysely, Migration } from 'kysely';

/** Areas of interest with all their versions. */
export const areas: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('area')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('retiredAt', 'bigint')
      .execute();
    await db.schema.createIndex('area_flight').on('area').column('flightId').execute();
    await db.schema
      .createTable('areaVersion')
      .addColumn('areaId', 'text', (column) => column.notNull().references('area.id').onDelete('cascade'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('shape', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('createdBy', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('areaVersion_key', ['areaId', 'version'])
      .execute();
  },
};
