import type { Account, JoinRequest } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';
import type { AccountRefusal } from './account-refusal.ts';
import type { MakeAccount } from './make-account.ts';

/** Makes the account that an invitation is for; the invitation works again where nothing came of it. */
export async function joinByInvitation(
  { registry, makeAccount }: { registry: Pick<Registry, 'memberships' | 'invitations'>; makeAccount: MakeAccount },
  { code, name, password }: JoinRequest,
): Promise<Account | AccountRefusal> {
  const invitation = await registry.invitations.take(code);
  if (!invitation) return invitationInvalid;
  const { email, memberships } = invitation;
  try {
    const account = await makeAccount({ email, name, password, role: 'member' }, (id) => registry.memberships.change(id, memberships));
    if ('refusal' in account) await registry.invitations.giveBack(code, invitation);
    return account;
  } catch (error) {
    await registry.invitations.giveBack(code, invitation);
    throw error;
  }
}

const invitationInvalid: AccountRefusal = {
  refusal: 'codeInvalid',
  field: 'code',
  message: 'code: the invitation was used, withdrawn, or is older than 14 days; ask for a new one',
};
