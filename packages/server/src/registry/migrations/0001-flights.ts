import type { Kysely, Migration } from 'kysely';

/** Applications, their flights, and who may send to them. */
export const flights: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('setting')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('application')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('flight')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('applicationId', 'text', (column) => column.notNull().references('application.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('active', 'integer', (column) => column.notNull())
      .addColumn('acceptsUnsigned', 'integer', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('flight_name', ['applicationId', 'name'])
      .execute();
    await db.schema
      .createTable('flightToken')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('revokedAt', 'bigint')
      .execute();
    await db.schema.createIndex('flightToken_flight').on('flightToken').column('flightId').execute();
    await db.schema
      .createTable('allowedOrigin')
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('pattern', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('allowedOrigin_key', ['flightId', 'pattern'])
      .execute();
  },
};
