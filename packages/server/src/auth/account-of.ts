import type { Account } from '@sightline/protocol';

/** An account as the user table has it. */
export type AccountRow = Omit<Account, 'role'> & { role: string };

/** The account of a row of the user table. */
export const accountOf = ({ id, email, name, role }: AccountRow): Account => ({
  id,
  email,
  name,
  role: role === 'owner' ? 'owner' : 'member',
});
