import type { IncomingHttpHeaders } from 'node:http';
import type { Principal } from './access.ts';
import type { Accounts } from './accounts.ts';

/** The API key that a call brings; undefined where it brings none. */
export const secretOf = ({ authorization = '' }: IncomingHttpHeaders): string | undefined => /^Bearer (\S+)$/i.exec(authorization)?.[1];

/** Who a call comes from, by its API key or its cookie; undefined for nobody. */
export async function principalOf(
  accounts: Pick<Accounts, 'current' | 'byKey'>,
  headers: IncomingHttpHeaders,
): Promise<Principal | undefined> {
  const secret = secretOf(headers);
  if (secret !== undefined) return accounts.byKey(secret);
  const signedIn = await accounts.current(headers.cookie);
  return signedIn && { account: signedIn.account };
}
