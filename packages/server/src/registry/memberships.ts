import type { AccessRole, Membership } from '@sightline/protocol';
import type { RegistryDeps } from './registry-deps.ts';

/** What accounts may do in applications. */
export interface Memberships {
  of(userId: string): Promise<Membership[]>;
  /** By account. */
  all(): Promise<Map<string, Membership[]>>;
  /** Sets roles; null takes one away. */
  change(userId: string, changes: readonly { applicationId: string; role: AccessRole | null }[]): Promise<void>;
  /** Gives a role in every application there is. */
  everywhere(userId: string, role: AccessRole): Promise<void>;
}

/** The memberships in a database. */
export const memberships = ({ database: { kysely } }: Pick<RegistryDeps, 'database'>): Memberships => {
  const read = () => kysely.selectFrom('membership').select(['userId', 'applicationId', 'role']);
  const all: Memberships = {
    of: async (userId) => (await read().where('userId', '=', userId).execute()).map(asMembership),

    async all() {
      const byUser = new Map<string, Membership[]>();
      for (const row of await read().execute()) byUser.set(row.userId, [...(byUser.get(row.userId) ?? []), asMembership(row)]);
      return byUser;
    },

    change: (userId, changes) =>
      kysely.transaction().execute(async (transaction) => {
        for (const { applicationId, role } of changes) {
          if (role === null) {
            await transaction.deleteFrom('membership').where('userId', '=', userId).where('applicationId', '=', applicationId).execute();
            continue;
          }
          await transaction
            .insertInto('membership')
            .values({ userId, applicationId, role })
            .onConflict((conflict) => conflict.columns(['userId', 'applicationId']).doUpdateSet({ role }))
            .execute();
        }
      }),

    async everywhere(userId, role) {
      const applications = await kysely.selectFrom('application').select('id').execute();
      await all.change(
        userId,
        applications.map(({ id }) => ({ applicationId: id, role })),
      );
    },
  };
  return all;
};

const asMembership = ({ applicationId, role }: { applicationId: string; role: string }): Membership => ({
  applicationId,
  role: role as AccessRole,
});
