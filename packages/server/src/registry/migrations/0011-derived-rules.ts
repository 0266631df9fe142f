import type { Kysely, Migration } from 'kysely';

/** Rules that are applied to sessions afterwards, with all their versions. */
export const derivedRules: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('derivedRule')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('createdBy', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('derivedRule_key', ['id', 'version'])
      .execute();
    await db.schema.createIndex('derivedRule_flight').on('derivedRule').column('flightId').execute();
  },
};
