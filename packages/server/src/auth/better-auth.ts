import { PASSWORD_LENGTH } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** The header that carries the caller's address to better-auth; only we write it, whatever the request held. */
const ADDRESS = 'x-sightline-address';
const SESSION_DAYS = 14;
const DAY_S = 86_400;

/** Who asks: what a session remembers, and what attempts are counted by. */
export interface Caller {
  address: string;
  agent: string;
}

/** The part of better-auth that we use, in our words. */
export interface BetterAuth {
  /** Answers 429 where the caller tried too often, 401 where email or password is wrong. */
  signIn(credentials: { email: string; password: string }, caller: Caller): Promise<Response>;
  /** A call to one of better-auth's own routes, as a browser with this cookie would make it. */
  call(path: string, body: object, from: { cookie: string; caller: Caller }): Promise<Response>;
  /** The user a cookie stands for, and the cookies to renew. */
  session(cookie: string): Promise<{ user: object; cookies: string[] } | undefined>;
  /** Ends the session; answers the cookies that clear it. */
  signOut(cookie: string): Promise<string[]>;
  createUser(user: { email: string; name: string; role: string; password: string }): Promise<string>;
  setPassword(userId: string, password: string): Promise<void>;
}

/** Loads better-auth on the registry's database; it takes memory, so that only somebody who signs in makes us load it. */
export async function loadBetterAuth({
  registry: { database },
  secret,
  secure,
  log,
}: {
  registry: Pick<Registry, 'database'>;
  secret: string;
  /** Whether browsers reach us by https alone. */
  secure: boolean;
  log: { error(details: object, message: string): void };
}): Promise<BetterAuth> {
  const [{ betterAuth }, { twoFactor }] = await Promise.all([import('better-auth'), import('better-auth/plugins/two-factor')]);
  const auth = betterAuth({
    // Never seen from outside: our own routes call it.
    appName: 'Sightline',
    baseURL: ORIGIN,
    basePath: '/',
    secret,
    telemetry: { enabled: false },
    database: { db: database.kysely, type: database.kind, transaction: true },
    logger: { level: 'error', log: (_level, message, ...details) => log.error({ details }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    user: {
      modelName: 'authUser',
      additionalFields: { role: { type: 'string', required: true, input: false, defaultValue: 'member' } },
    },
    session: { modelName: 'authSession', expiresIn: SESSION_DAYS * DAY_S, updateAge: DAY_S },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    // In the database, so that a restart or another node does not give a guesser a new chance.
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'authRateLimit',
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/two-factor/*': { window: 60, max: 10 } },
    },
    plugins: [twoFactor({ issuer: 'Sightline', schema: { twoFactor: { modelName: 'authTwoFactor' } } })],
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: [ADDRESS] },
      // Our API checks the origin of every call that changes something; what comes here has passed.
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
  });
  const context = await auth.$context;
  const hash = (password: string) => context.password.hash(password);

  return {
    signIn: (credentials, { address, agent }) =>
      auth.handler(
        new Request(`${ORIGIN}/sign-in/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'user-agent': agent, [ADDRESS]: address },
          body: JSON.stringify(credentials),
        }),
      ),
    call: (path, body, { cookie, caller: { address, agent } }) =>
      auth.handler(
        new Request(`${ORIGIN}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'user-agent': agent, [ADDRESS]: address, cookie },
          body: JSON.stringify(body),
        }),
      ),
    async session(cookie) {
      const { headers, response } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
      return response ? { user: response.user, cookies: headers.getSetCookie() } : undefined;
    },
    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
      return headers.getSetCookie();
    },
    async createUser({ email, name, role, password }) {
      const passwordHash = await hash(password);
      const at = new Date();
      return context.adapter.transaction(async (transaction) => {
        const { id } = await transaction.create<Record<string, unknown>, { id: string }>({
          model: 'user',
          data: { email, name, role, emailVerified: false, createdAt: at, updatedAt: at },
        });
        const account = { userId: id, accountId: id, providerId: 'credential', password: passwordHash, createdAt: at, updatedAt: at };
        await transaction.create({ model: 'account', data: account });
        return id;
      });
    },
    async setPassword(userId, password) {
      const passwordHash = await hash(password);
      await context.internalAdapter.updatePassword(userId, passwordHash);
      await context.internalAdapter.deleteUserSessions(userId);
    },
  };
}

const ORIGIN = 'http://sightline.internal';
const COOKIE_PREFIX = 'sightline';

/** Whether a request's cookies may hold a session: without one there is nothing to look up. */
export const hasSessionCookie = (cookie: string | undefined): cookie is string =>
  cookie?.includes(`${COOKIE_PREFIX}.session_token=`) ?? false;
