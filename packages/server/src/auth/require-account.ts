import type { Account } from '@sightline/protocol';
import type { onRequestAsyncHookHandler } from 'fastify';
import { refuse } from '../api/refuse.ts';
import type { Accounts } from './accounts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null outside the routes that require an account. */
    account: Account | null;
  }
}

/** A Fastify `onRequest` hook that lets only those in who are signed in, or owners alone. */
export const requireAccount =
  ({ accounts, ownersOnly = false }: { accounts: Pick<Accounts, 'current'>; ownersOnly?: boolean }): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const signedIn = await accounts.current(request.headers.cookie);
    if (!signedIn) return refuse(reply, { refusal: 'notSignedIn', message: 'Sign in first' });
    if (ownersOnly && signedIn.account.role !== 'owner')
      return refuse(reply, { refusal: 'ownersOnly', message: 'Only an owner may do this' });
    request.account = signedIn.account;
    if (signedIn.cookies.length > 0) reply.header('set-cookie', signedIn.cookies);
  };
