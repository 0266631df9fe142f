import { sql, type Kysely, type Migration } from 'kysely';
import type { DatabaseKind } from '../database-kind.ts';

/** Who may do what in which application, invitations, keys for programs, what was done, and second factors as better-auth keeps them. */
export const access = (kind: DatabaseKind): Migration => {
  const date = kind === 'postgres' ? 'timestamptz' : 'date';
  const yesOrNo = kind === 'postgres' ? 'boolean' : 'integer';
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('membership')
        .addColumn('userId', 'text', (column) => column.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('applicationId', 'text', (column) => column.notNull().references('application.id').onDelete('cascade'))
        .addColumn('role', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('membership_key', ['userId', 'applicationId'])
        .execute();
      // Until now every member could do everything but manage accounts.
      await sql`insert into "membership" ("userId", "applicationId", "role")
        select "authUser"."id", "application"."id", 'researcher' from "authUser" cross join "application" where "authUser"."role" <> 'owner'`.execute(
        db,
      );
      await db.schema
        .createTable('invitation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('memberships', 'text', (column) => column.notNull())
        .addColumn('createdAt', 'bigint', (column) => column.notNull())
        .addColumn('expiresAt', 'bigint', (column) => column.notNull())
        .addColumn('createdBy', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('apiKey')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('hash', 'text', (column) => column.notNull().unique())
        .addColumn('start', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('userId', 'text', (column) => column.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('ability', 'text', (column) => column.notNull())
        .addColumn('applications', 'text')
        .addColumn('createdAt', 'bigint', (column) => column.notNull())
        .addColumn('expiresAt', 'bigint')
        .addColumn('lastUsedAt', 'bigint')
        .execute();
      await db.schema
        .createTable('audit')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('key', 'text')
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('applicationId', 'text')
        .execute();
      await db.schema.createIndex('audit_at').on('audit').column('at').execute();
      await db.schema.alterTable('authUser').addColumn('twoFactorEnabled', yesOrNo).execute();
      await db.schema
        .createTable('authTwoFactor')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret', 'text', (column) => column.notNull())
        .addColumn('backupCodes', 'text', (column) => column.notNull())
        .addColumn('userId', 'text', (column) => column.notNull().references('authUser.id').onDelete('cascade'))
        .addColumn('verified', yesOrNo)
        .addColumn('failedVerificationCount', 'integer')
        .addColumn('lockedUntil', date)
        .execute();
      await db.schema.createIndex('authTwoFactor_user').on('authTwoFactor').column('userId').execute();
    },
  };
};
