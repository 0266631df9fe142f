import type { Kysely } from 'kysely';
import type { Tables } from '../registry/tables.ts';
import { accountOf } from './account-of.ts';
import type { AccountRefusal } from './account-refusal.ts';
import { codeWrong, passwordWrong } from './attempt-refusals.ts';
import type { BetterAuth, Caller } from './better-auth.ts';
import type { SignedIn } from './signed-in.ts';

/** The codes of an authenticator that an account may ask for beside its password. */
export interface SecondFactor {
  /** The second half of signing in: a code of the authenticator, or one of the backup codes. */
  pass(code: string, cookie: string, caller: Caller): Promise<SignedIn | AccountRefusal>;
  /** Begins, confirms and ends the second factor of whoever the cookie stands for. */
  start(password: string, cookie: string, caller: Caller): Promise<{ uri: string; backupCodes: string[] } | AccountRefusal>;
  confirm(code: string, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  stop(password: string, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  /** The accounts that sign in with one. */
  users(): Promise<ReadonlySet<string>>;
}

/** The second factors that better-auth keeps. */
export const createSecondFactor = ({
  kysely,
  betterAuth,
}: {
  kysely: Kysely<Tables>;
  betterAuth: () => Promise<BetterAuth>;
}): SecondFactor => ({
  async pass(given, cookie, caller) {
    const code = given.trim();
    const route = /^\d{6}$/.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
    const response = await (await betterAuth()).call(route, { code }, { cookie, caller });
    if (!response.ok) return codeWrong(response);
    const { user } = (await response.json()) as { user: { id: string } };
    const account = await kysely
      .selectFrom('authUser')
      .select(['id', 'email', 'name', 'role'])
      .where('id', '=', user.id)
      .executeTakeFirst();
    return account ? { account: accountOf(account), cookies: response.headers.getSetCookie() } : codeWrong(response);
  },

  async start(password, cookie, caller) {
    const response = await (await betterAuth()).call('/two-factor/enable', { password }, { cookie, caller });
    if (!response.ok) return passwordWrong(response);
    const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
    return { uri: totpURI, backupCodes };
  },

  async confirm(code, cookie, caller) {
    const response = await (await betterAuth()).call('/two-factor/verify-totp', { code: code.trim() }, { cookie, caller });
    return response.ok ? { cookies: response.headers.getSetCookie() } : codeWrong(response);
  },

  async stop(password, cookie, caller) {
    const response = await (await betterAuth()).call('/two-factor/disable', { password }, { cookie, caller });
    return response.ok ? { cookies: response.headers.getSetCookie() } : passwordWrong(response);
  },

  async users() {
    const rows = await kysely.selectFrom('authUser').select(['id', 'twoFactorEnabled']).execute();
    return new Set(rows.filter(({ twoFactorEnabled }) => Boolean(twoFactorEnabled)).map(({ id }) => id));
  },
});
