import type { Kysely } from 'kysely';
import type { Tables } from '../registry/tables.ts';
import type { AccountRefusal } from './account-refusal.ts';

interface Removed {
  id: string;
  email: string;
  name: string;
  role: string;
}

/** Removes an account with its sessions, unless nobody could manage the installation any more. */
export function removeAccount(kysely: Kysely<Tables>, id: string): Promise<Removed | AccountRefusal> {
  return kysely.transaction().execute(async (transaction) => {
    // Two owners who remove each other at the same moment wait for one another here.
    await transaction
      .insertInto('setting')
      .values({ key: 'removing-accounts', value: '' })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
      .execute();
    const account = await transaction
      .selectFrom('authUser')
      .select(['id', 'email', 'name', 'role'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!account) return { refusal: 'notFound', message: `There is no account with the id ${JSON.stringify(id)}` };
    const others = await transaction.selectFrom('authUser').select('id').where('role', '=', 'owner').where('id', '<>', id).execute();
    if (account.role === 'owner' && others.length === 0)
      return { refusal: 'lastOwner', message: `${account.email} is the only owner; somebody else must be one before` };
    await transaction.deleteFrom('authUser').where('id', '=', id).execute();
    return account;
  });
}
