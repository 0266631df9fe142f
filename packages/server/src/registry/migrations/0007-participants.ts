import type { Kysely, Migration } from 'kysely';

/** Studies, what their participants agree to, and the participants. */
export const participants: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('study')
      .addColumn('flightId', 'text', (column) => column.primaryKey().references('flight.id').onDelete('cascade'))
      .addColumn('slug', 'text', (column) => column.notNull().unique())
      .addColumn('settings', 'text', (column) => column.notNull())
      .addColumn('seed', 'text', (column) => column.notNull())
      .addColumn('updatedAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('consentText')
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('createdBy', 'text')
      .addPrimaryKeyConstraint('consentText_key', ['flightId', 'version'])
      .execute();
    await db.schema
      .createTable('participant')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('flightId', 'text', (column) => column.notNull().references('flight.id').onDelete('cascade'))
      .addColumn('code', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('externalId', 'text')
      .addColumn('externalKey', 'text')
      .addColumn('recruiter', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('condition', 'text')
      .addColumn('conditionOrder', 'text', (column) => column.notNull())
      .addColumn('slot', 'integer')
      .addColumn('consentVersion', 'integer')
      .addColumn('consentAt', 'bigint')
      .addColumn('createdAt', 'bigint', (column) => column.notNull())
      .addColumn('startedAt', 'bigint')
      .addColumn('lastAt', 'bigint')
      .addColumn('completedAt', 'bigint')
      .addColumn('reason', 'text')
      .addColumn('notes', 'text', (column) => column.notNull())
      .addUniqueConstraint('participant_code', ['flightId', 'code'])
      .addUniqueConstraint('participant_external', ['flightId', 'externalKey'])
      .execute();
  },
};
