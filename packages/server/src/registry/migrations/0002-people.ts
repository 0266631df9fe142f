import type { Kysely, Migration } from 'kysely';

/** People, and the visitors that turned out to be them. */
export const people: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('person')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('applicationId', 'text', (column) => column.notNull().references('application.id').onDelete('cascade'))
      .addColumn('identity', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('person_identity', ['applicationId', 'identity'])
      .execute();
    await db.schema
      .createTable('personVisitor')
      .addColumn('personId', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('flightId', 'text', (column) => column.notNull())
      .addColumn('firstAt', 'bigint', (column) => column.notNull())
      .addColumn('lastAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('personVisitor_key', ['personId', 'visitor'])
      .execute();
    await db.schema.createIndex('personVisitor_visitor').on('personVisitor').column('visitor').execute();
  },
};
