import {
  Account,
  HttpError,
  JoinRequest,
  Me,
  Members,
  NewMember,
  SecondFactorRequest,
  SetupRequest,
  SignInRequest,
} from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import type { AccountRefusal } from '../auth/account-refusal.ts';
import type { HalfWay, SignedIn } from '../auth/signed-in.ts';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { caller } from './caller.ts';
import { refuse } from './refuse.ts';

const tags = ['Accounts'];
const MemberPath = Type.Object({ id: Type.String() });

/** Signing in and out, the first owner, and the accounts that owners manage. */
export const accountsApi =
  ({ accounts, registry, version }: Pick<ApiDeps, 'accounts' | 'registry' | 'version'>): FastifyPluginAsync =>
  async (api) => {
    const me = async (account: Account | null): Promise<Me> => ({
      account,
      needsOwner: await accounts.needsOwner(),
      version,
      ...(account && {
        twoFactor: (await accounts.secondFactor.users()).has(account.id),
        memberships: account.role === 'owner' ? [] : await registry.memberships.of(account.id),
      }),
    });
    const enter = async (answer: SignedIn | HalfWay | AccountRefusal, reply: Parameters<typeof refuse>[0]) => {
      if ('refusal' in answer) return refuse(reply, answer);
      reply.header('set-cookie', answer.cookies);
      return 'secondFactor' in answer ? { ...(await me(null)), secondFactor: true } : me(answer.account);
    };

    api.get('/me', { schema: { tags, summary: 'Who is signed in', response: { 200: Me } } }, async (request, reply) => {
      const signedIn = await accounts.current(request.headers.cookie);
      if (signedIn && signedIn.cookies.length > 0) reply.header('set-cookie', signedIn.cookies);
      return me(signedIn?.account ?? null);
    });

    api.post<{ Body: SetupRequest }>(
      '/setup',
      {
        schema: {
          tags,
          summary: 'Create the owner with the code of the setup link',
          body: SetupRequest,
          response: { 200: Me, '4xx': HttpError },
        },
      },
      async (request, reply) => enter(await accounts.setUp(request.body, caller(request)), reply),
    );

    api.post<{ Body: SignInRequest }>(
      '/sign-in',
      { schema: { tags, summary: 'Sign in', body: SignInRequest, response: { 200: Me, '4xx': HttpError } } },
      async (request, reply) => enter(await accounts.signIn(request.body, caller(request)), reply),
    );

    api.post<{ Body: SecondFactorRequest }>(
      '/second-factor',
      {
        schema: {
          tags,
          summary: 'Go on signing in with a second factor',
          body: SecondFactorRequest,
          response: { 200: Me, '4xx': HttpError },
        },
      },
      async (request, reply) =>
        enter(await accounts.secondFactor.pass(request.body.code, request.headers.cookie ?? '', caller(request)), reply),
    );

    api.post<{ Body: JoinRequest }>(
      '/join',
      { schema: { tags, summary: 'Make an account by an invitation', body: JoinRequest, response: { 200: Me, '4xx': HttpError } } },
      async (request, reply) => enter(await accounts.join(request.body, caller(request)), reply),
    );

    api.post('/sign-out', { schema: { tags, summary: 'Sign out', response: { 200: Me } } }, async (request, reply) => {
      reply.header('set-cookie', await accounts.signOut(request.headers.cookie));
      return me(null);
    });

    const onRequest = requireAccount({ accounts, ownersOnly: true });

    api.get(
      '/members',
      { onRequest, schema: { tags, summary: 'Everyone who may sign in', response: { 200: Members, '4xx': HttpError } } },
      async (): Promise<Members> => ({ members: await accounts.list() }),
    );

    api.post<{ Body: NewMember }>(
      '/members',
      { onRequest, schema: { tags, summary: 'Create an account', body: NewMember, response: { 201: Account, '4xx': HttpError } } },
      async (request, reply) => {
        const answer = await accounts.add({ ...request.body, role: 'member' });
        return 'refusal' in answer ? refuse(reply, answer) : reply.code(201).send(answer);
      },
    );

    api.delete<{ Params: Static<typeof MemberPath> }>(
      '/members/:id',
      { onRequest, schema: { tags, summary: 'Remove an account', params: MemberPath, response: { 200: Members, '4xx': HttpError } } },
      async (request, reply) => {
        const answer = await accounts.remove(request.params.id);
        return 'refusal' in answer ? refuse(reply, answer) : { members: await accounts.list() };
      },
    );
  };
