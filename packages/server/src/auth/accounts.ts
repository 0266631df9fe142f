import { randomBytes } from 'node:crypto';
import type { Account, JoinRequest, Membership, Role, SetupRequest } from '@sightline/protocol';
import type { FoundKey } from '../registry/api-keys.ts';
import type { Registry } from '../registry/registry.ts';
import { isUniqueViolation } from '../registry/unique-violation.ts';
import type { AccountRefusal } from './account-refusal.ts';
import { hasSessionCookie, loadBetterAuth, type BetterAuth, type Caller } from './better-auth.ts';
import { removeAccount } from './remove-account.ts';
import { setupCodes } from './setup-codes.ts';

/** An account together with the cookies that its browser must keep. */
export interface SignedIn {
  account: Account;
  cookies: string[];
}

/** The first factor was right, and the second is asked for: `cookies` lead to it. */
export interface HalfWay {
  secondFactor: true;
  cookies: string[];
}

/** Who may sign in, and who has. */
export interface Accounts {
  needsOwner(): Promise<boolean>;
  /** The code of a new setup link, or undefined where the owner exists. */
  setupCode(): Promise<string | undefined>;
  setUp(request: SetupRequest, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  signIn(credentials: { email: string; password: string }, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  /** The second half: a code of the authenticator, or one of the backup codes. */
  secondFactor(code: string, cookie: string, caller: Caller): Promise<SignedIn | AccountRefusal>;
  /** Makes the account an invitation is for, and signs it in. */
  join(request: JoinRequest, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  /** Begins, confirms and ends the second factor of whoever the cookie stands for. */
  startSecondFactor(password: string, cookie: string, caller: Caller): Promise<{ uri: string; backupCodes: string[] } | AccountRefusal>;
  confirmSecondFactor(code: string, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  stopSecondFactor(password: string, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  /** Sets one's own password, knowing the one before; other sessions end. */
  changePassword(passwords: { now: string; next: string }, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  /** Whom an API key stands for. */
  byKey(secret: string): Promise<FoundKey | undefined>;
  /** Whether an account signs in with a second factor. */
  withSecondFactor(): Promise<ReadonlySet<string>>;
  /** Ends the session of a `Cookie` header; answers the cookies that clear it. */
  signOut(cookie: string | undefined): Promise<string[]>;
  /** The account a `Cookie` header stands for, with the cookies to renew. */
  current(cookie: string | undefined): Promise<SignedIn | undefined>;
  list(): Promise<Account[]>;
  add(account: { email: string; name: string; password: string; role: Role }): Promise<Account | AccountRefusal>;
  /** Removes an account and ends its sessions. */
  remove(id: string): Promise<Account | AccountRefusal>;
  /** Sets a password and ends the account's sessions. */
  setPassword(email: string, password: string): Promise<Account | AccountRefusal>;
}

/** The accounts in a registry. */
export function createAccounts({
  registry,
  publicUrl,
  log,
}: {
  registry: Pick<Registry, 'database' | 'now' | 'settings' | 'memberships' | 'invitations' | 'apiKeys'>;
  publicUrl?: string | undefined;
  log: { error(details: object, message: string): void };
}): Accounts {
  const { kysely } = registry.database;
  const codes = setupCodes(registry);
  let loading: Promise<BetterAuth> | undefined;
  const betterAuth = (): Promise<BetterAuth> => (loading ??= load().catch(forget));
  const load = async () => {
    const secret = await registry.settings.getOrMake('auth-secret', randomBytes(32).toString('base64url'));
    return loadBetterAuth({ registry, secret, secure: publicUrl?.startsWith('https:') ?? false, log });
  };
  // A database that was away must not keep everybody out for good.
  const forget = (error: unknown): never => {
    loading = undefined;
    throw error;
  };
  const read = () => kysely.selectFrom('authUser').select(['id', 'email', 'name', 'role']);
  const byEmail = (email: string) => read().where('email', '=', email.trim().toLowerCase()).executeTakeFirst();

  const accounts: Accounts = {
    needsOwner: async () => (await read().where('role', '=', 'owner').executeTakeFirst()) === undefined,

    setupCode: async () => ((await accounts.needsOwner()) ? codes.issue() : undefined),

    async setUp({ code, email, name, password }, caller) {
      if (!(await codes.take(code))) return codeInvalid;
      if (!(await accounts.needsOwner())) return codeInvalid;
      try {
        const owner = await accounts.add({ email, name, password, role: 'owner' });
        if ('refusal' in owner) {
          await codes.giveBack(code);
          return owner;
        }
      } catch (error) {
        await codes.giveBack(code);
        throw error;
      }
      return accounts.signIn({ email, password }, caller);
    },

    async signIn({ email, password }, caller) {
      const response = await (await betterAuth()).signIn({ email: email.trim().toLowerCase(), password }, caller);
      if (response.status === 429) return tooFast(Number(response.headers.get('x-retry-after')));
      if (response.ok && asksForMore(await response.clone().json()))
        return { secondFactor: true, cookies: response.headers.getSetCookie() };
      const account = response.ok ? await byEmail(email) : undefined;
      if (account) return { account: accountOf(account), cookies: response.headers.getSetCookie() };
      if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a sign-in`);
      return { refusal: 'credentialsWrong', message: 'Email or password is wrong' };
    },

    async secondFactor(code, cookie, caller) {
      const auth = await betterAuth();
      const isBackup = !/^\d{6}$/.test(code.trim());
      const response = isBackup
        ? await auth.call('/two-factor/verify-backup-code', { code: code.trim() }, { cookie, caller })
        : await auth.call('/two-factor/verify-totp', { code: code.trim() }, { cookie, caller });
      if (!response.ok) return codeWrong(response);
      const { user } = (await response.json()) as { user: { id: string } };
      const account = await read().where('id', '=', user.id).executeTakeFirst();
      return account ? { account: accountOf(account), cookies: response.headers.getSetCookie() } : codeWrong(response);
    },

    async join({ code, name, password }, caller) {
      const invitation = await registry.invitations.take(code);
      if (!invitation) return invitationInvalid;
      try {
        const account = await accounts.add({ email: invitation.email, name, password, role: 'member' });
        if ('refusal' in account) {
          await registry.invitations.giveBack(code, invitation);
          return account;
        }
        await registry.memberships.change(account.id, await withoutOthers(account.id, invitation.memberships));
      } catch (error) {
        await registry.invitations.giveBack(code, invitation);
        throw error;
      }
      return accounts.signIn({ email: invitation.email, password }, caller);
    },

    async startSecondFactor(password, cookie, caller) {
      const response = await (await betterAuth()).call('/two-factor/enable', { password }, { cookie, caller });
      if (!response.ok) return passwordWrong(response);
      const { totpURI, backupCodes } = (await response.json()) as { totpURI: string; backupCodes: string[] };
      return { uri: totpURI, backupCodes };
    },

    async confirmSecondFactor(code, cookie, caller) {
      const response = await (await betterAuth()).call('/two-factor/verify-totp', { code: code.trim() }, { cookie, caller });
      return response.ok ? { cookies: response.headers.getSetCookie() } : codeWrong(response);
    },

    async stopSecondFactor(password, cookie, caller) {
      const response = await (await betterAuth()).call('/two-factor/disable', { password }, { cookie, caller });
      return response.ok ? { cookies: response.headers.getSetCookie() } : passwordWrong(response);
    },

    async changePassword({ now, next }, cookie, caller) {
      const body = { currentPassword: now, newPassword: next, revokeOtherSessions: true };
      const response = await (await betterAuth()).call('/change-password', body, { cookie, caller });
      return response.ok ? { cookies: response.headers.getSetCookie() } : passwordWrong(response);
    },

    byKey: (secret) => registry.apiKeys.find(secret),

    async withSecondFactor() {
      const rows = await kysely.selectFrom('authUser').select(['id', 'twoFactorEnabled']).execute();
      return new Set(rows.filter(({ twoFactorEnabled }) => Boolean(twoFactorEnabled)).map(({ id }) => id));
    },

    async signOut(cookie) {
      return hasSessionCookie(cookie) ? (await betterAuth()).signOut(cookie) : [];
    },

    async current(cookie) {
      if (!hasSessionCookie(cookie)) return undefined;
      const session = await (await betterAuth()).session(cookie);
      return session && { account: accountOf(session.user as AccountRow), cookies: session.cookies };
    },

    list: async () => (await read().orderBy('email').execute()).map(accountOf),

    async add({ email: given, name, password, role }) {
      const email = given.trim().toLowerCase();
      if (await byEmail(email)) return emailTaken(email);
      try {
        const id = await (await betterAuth()).createUser({ email, name: name.trim(), role, password });
        if (role === 'member') await registry.memberships.everywhere(id, 'researcher');
        return { id, email, name: name.trim(), role };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return emailTaken(email);
      }
    },

    async remove(id) {
      const removed = await removeAccount(kysely, id);
      return 'refusal' in removed ? removed : accountOf(removed);
    },

    async setPassword(email, password) {
      const account = await byEmail(email);
      if (!account) return { refusal: 'notFound', field: 'email', message: `There is no account ${JSON.stringify(email)}` };
      await (await betterAuth()).setPassword(account.id, password);
      return accountOf(account);
    },
  };
  return accounts;

  /** The memberships of an invitation, and none of those that every new account gets. */
  async function withoutOthers(id: string, wanted: readonly Membership[]) {
    const given = await registry.memberships.of(id);
    return [...given.map(({ applicationId }) => ({ applicationId, role: null })), ...wanted];
  }
}

const asksForMore = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true;

const codeWrong = (response: Response): AccountRefusal =>
  response.status === 429
    ? tooFast(Number(response.headers.get('x-retry-after')))
    : {
        refusal: 'credentialsWrong',
        field: 'code',
        message: 'code: it is not the one that the authenticator shows now, nor a backup code that is left',
      };

const passwordWrong = (response: Response): AccountRefusal =>
  response.status === 429
    ? tooFast(Number(response.headers.get('x-retry-after')))
    : { refusal: 'credentialsWrong', field: 'password', message: 'password: it is not this account’s password' };

const invitationInvalid: AccountRefusal = {
  refusal: 'codeInvalid',
  field: 'code',
  message: 'code: the invitation was used, withdrawn, or is older than 14 days; ask for a new one',
};

type AccountRow = Omit<Account, 'role'> & { role: string };

const accountOf = ({ id, email, name, role }: AccountRow): Account => ({ id, email, name, role: role === 'owner' ? 'owner' : 'member' });

const codeInvalid: AccountRefusal = {
  refusal: 'codeInvalid',
  field: 'code',
  message: 'code: the link was used already or is not the newest; the server prints a new one each time it starts, until the owner exists',
};

const tooFast = (seconds: number): AccountRefusal => ({
  refusal: 'tooFast',
  message: `Too many attempts to sign in; try again in ${seconds} s`,
  retryAfterS: seconds,
});

const emailTaken = (email: string): AccountRefusal => ({
  refusal: 'emailTaken',
  field: 'email',
  message: `email: there is an account ${JSON.stringify(email)} already`,
});
