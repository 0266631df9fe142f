import { randomBytes } from 'node:crypto';
import type { Account, JoinRequest, Role, SetupRequest } from '@sightline/protocol';
import type { FoundKey } from '../registry/api-keys.ts';
import type { Registry } from '../registry/registry.ts';
import { accountOf, type AccountRow } from './account-of.ts';
import type { AccountRefusal } from './account-refusal.ts';
import { isTooFast, passwordWrong, tooFast } from './attempt-refusals.ts';
import { hasSessionCookie, loadBetterAuth, type BetterAuth, type Caller } from './better-auth.ts';
import { joinByInvitation } from './join-by-invitation.ts';
import { accountMaker } from './make-account.ts';
import { removeAccount } from './remove-account.ts';
import { createSecondFactor, type SecondFactor } from './second-factor.ts';
import { setupCodes } from './setup-codes.ts';
import type { HalfWay, SignedIn } from './signed-in.ts';

/** Who may sign in, and who has. */
export interface Accounts {
  needsOwner(): Promise<boolean>;
  /** The code of a new setup link, or undefined where the owner exists. */
  setupCode(): Promise<string | undefined>;
  setUp(request: SetupRequest, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  signIn(credentials: { email: string; password: string }, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  secondFactor: SecondFactor;
  /** Makes the account an invitation is for, and signs it in. */
  join(request: JoinRequest, caller: Caller): Promise<SignedIn | HalfWay | AccountRefusal>;
  /** Sets one's own password, knowing the one before; other sessions end. */
  changePassword(passwords: { now: string; next: string }, cookie: string, caller: Caller): Promise<{ cookies: string[] } | AccountRefusal>;
  /** Whom an API key stands for. */
  byKey(secret: string): Promise<FoundKey | undefined>;
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
  const makeAccount = accountMaker({ kysely, betterAuth });
  const read = () => kysely.selectFrom('authUser').select(['id', 'email', 'name', 'role']);
  const byEmail = (email: string) => read().where('email', '=', email.trim().toLowerCase()).executeTakeFirst();

  const accounts: Accounts = {
    needsOwner: async () => (await read().where('role', '=', 'owner').executeTakeFirst()) === undefined,

    setupCode: async () => ((await accounts.needsOwner()) ? codes.issue() : undefined),

    async setUp({ code, email, name, password }, caller) {
      if (!(await codes.take(code))) return codeInvalid;
      if (!(await accounts.needsOwner())) return codeInvalid;
      try {
        const owner = await makeAccount({ email, name, password, role: 'owner' });
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
      if (isTooFast(response)) return tooFast(response);
      if (response.ok && asksForMore(await response.clone().json()))
        return { secondFactor: true, cookies: response.headers.getSetCookie() };
      const account = response.ok ? await byEmail(email) : undefined;
      if (account) return { account: accountOf(account), cookies: response.headers.getSetCookie() };
      if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a sign-in`);
      return { refusal: 'credentialsWrong', message: 'Email or password is wrong' };
    },

    secondFactor: createSecondFactor({ kysely, betterAuth }),

    async join(request, caller) {
      const account = await joinByInvitation({ registry, makeAccount }, request);
      return 'refusal' in account ? account : accounts.signIn({ email: account.email, password: request.password }, caller);
    },

    async changePassword({ now, next }, cookie, caller) {
      const body = { currentPassword: now, newPassword: next, revokeOtherSessions: true };
      const response = await (await betterAuth()).call('/change-password', body, { cookie, caller });
      return response.ok ? { cookies: response.headers.getSetCookie() } : passwordWrong(response);
    },

    byKey: (secret) => registry.apiKeys.find(secret),

    async signOut(cookie) {
      return hasSessionCookie(cookie) ? (await betterAuth()).signOut(cookie) : [];
    },

    async current(cookie) {
      if (!hasSessionCookie(cookie)) return undefined;
      const session = await (await betterAuth()).session(cookie);
      return session && { account: accountOf(session.user as AccountRow), cookies: session.cookies };
    },

    list: async () => (await read().orderBy('email').execute()).map(accountOf),

    add: (account) =>
      makeAccount(account, async (id) => {
        if (account.role === 'member') await registry.memberships.everywhere(id, 'researcher');
      }),

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
}

const asksForMore = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer && answer.twoFactorRedirect === true;

const codeInvalid: AccountRefusal = {
  refusal: 'codeInvalid',
  field: 'code',
  message: 'code: the link was used already or is not the newest; the server prints a new one each time it starts, until the owner exists',
};
