import type { Account, ApiKey } from '@sightline/protocol';
import type { onRequestAsyncHookHandler } from 'fastify';
import { refuse } from '../api/refuse.ts';
import type { Accounts } from './accounts.ts';
import { secretOf } from './principal-of.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null outside the routes that require an account. */
    account: Account | null;
    /** The key they ask with, where it is a program. */
    apiKey: ApiKey | null;
  }
}

/** A Fastify `onRequest` hook that lets only those in who are signed in or bring an API key, or owners alone. */
export const requireAccount =
  ({ accounts, ownersOnly = false }: { accounts: Pick<Accounts, 'current' | 'byKey'>; ownersOnly?: boolean }): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const secret = secretOf(request.headers);
    if (secret !== undefined) {
      const found = await accounts.byKey(secret);
      if (!found) return refuse(reply, { refusal: 'notSignedIn', message: 'The API key is unknown, was revoked or has expired' });
      if (ownersOnly) return refuse(reply, { refusal: 'ownersOnly', message: 'No API key may do this: an owner must sign in' });
      request.account = found.account;
      request.apiKey = found.key;
      return;
    }
    const signedIn = await accounts.current(request.headers.cookie);
    if (!signedIn) return refuse(reply, { refusal: 'notSignedIn', message: 'Sign in first' });
    if (ownersOnly && signedIn.account.role !== 'owner')
      return refuse(reply, { refusal: 'ownersOnly', message: 'Only an owner may do this' });
    request.account = signedIn.account;
    if (signedIn.cookies.length > 0) reply.header('set-cookie', signedIn.cookies);
  };
