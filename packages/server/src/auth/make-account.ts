import type { Account, Role } from '@sightline/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../registry/tables.ts';
import { isUniqueViolation } from '../registry/unique-violation.ts';
import type { AccountRefusal } from './account-refusal.ts';
import type { BetterAuth } from './better-auth.ts';

/** Makes an account, gives it its rights, and leaves nothing behind where those could not be given. */
export type MakeAccount = (
  account: { email: string; name: string; password: string; role: Role },
  grant?: (id: string) => Promise<void>,
) => Promise<Account | AccountRefusal>;

/** Accounts in the registry, their passwords hashed by better-auth. */
export const accountMaker =
  ({ kysely, betterAuth }: { kysely: Kysely<Tables>; betterAuth: () => Promise<BetterAuth> }): MakeAccount =>
  async (given, grant) => {
    const email = given.email.trim().toLowerCase();
    const name = given.name.trim();
    const { role, password } = given;
    if (await kysely.selectFrom('authUser').select('id').where('email', '=', email).executeTakeFirst()) return emailTaken(email);
    try {
      const id = await (await betterAuth()).createUser({ email, name, role, password });
      await grant?.(id).catch(async (error: unknown) => {
        await kysely.deleteFrom('authUser').where('id', '=', id).execute();
        throw error;
      });
      return { id, email, name, role };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return emailTaken(email);
    }
  };

const emailTaken = (email: string): AccountRefusal => ({
  refusal: 'emailTaken',
  field: 'email',
  message: `email: there is an account ${JSON.stringify(email)} already`,
});
