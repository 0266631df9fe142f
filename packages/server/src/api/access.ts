import { AccessMembers, HttpError, InvitationMade, Invitations, MembershipChange, NewInvitation, type Member } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Access'];
const IdPath = Type.Object({ id: Type.String() });
type IdPath = Static<typeof IdPath>;

/** Who may do what in which application, and invitations: for those who own an application. */
export const accessApi =
  ({ accounts, registry, access }: Pick<ApiDeps, 'accounts' | 'registry' | 'access'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    /** Ids of the applications that the asker manages; undefined for all. */
    const managed = async ({ account, apiKey }: FastifyRequest): Promise<ReadonlySet<string> | undefined> => {
      if (!account) return new Set();
      const ids = await access.applicationsWith({ account, key: apiKey ?? undefined }, 'own');
      return ids && new Set(ids);
    };
    api.addHook('preHandler', async (request, reply) => {
      const owned = await managed(request);
      if (owned?.size === 0) return refuse(reply, { refusal: 'ownersOnly', message: 'Only somebody who owns an application may do this' });
    });

    const members = async (owned: ReadonlySet<string> | undefined): Promise<AccessMembers> => {
      const [all, memberships, second] = await Promise.all([accounts.list(), registry.memberships.all(), accounts.secondFactor.users()]);
      const shown = all.map((account): Member => ({
        ...account,
        memberships: (memberships.get(account.id) ?? []).filter(({ applicationId }) => owned?.has(applicationId) ?? true),
        twoFactor: second.has(account.id),
      }));
      return { members: owned ? shown.filter(({ role, memberships: of }) => role === 'owner' || of.length > 0) : shown };
    };
    const foreign = (owned: ReadonlySet<string> | undefined, wanted: readonly { applicationId: string }[]) =>
      owned && wanted.find(({ applicationId }) => !owned.has(applicationId));

    api.get(
      '/access/members',
      { schema: { tags, summary: 'Who may do what', response: { 200: AccessMembers, '4xx': HttpError } } },
      async (request) => members(await managed(request)),
    );

    api.put<{ Params: IdPath; Body: MembershipChange }>(
      '/access/members/:id',
      {
        schema: {
          tags,
          summary: 'Say what somebody may do',
          params: IdPath,
          body: MembershipChange,
          response: { 200: AccessMembers, '4xx': HttpError },
        },
      },
      async (request, reply) => {
        const owned = await managed(request);
        const not = foreign(owned, request.body.memberships);
        if (not)
          return refuse(reply, {
            refusal: 'notAllowed',
            field: 'memberships',
            message: `You do not own the application ${not.applicationId}`,
          });
        const account = (await accounts.list()).find(({ id }) => id === request.params.id);
        if (!account)
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no account ${JSON.stringify(request.params.id)}` });
        const known = new Set((await registry.applications.list()).map(({ id }) => id));
        const unknown = request.body.memberships.find(({ applicationId }) => !known.has(applicationId));
        if (unknown)
          return refuse(reply, {
            refusal: 'notFound',
            field: 'memberships',
            message: `There is no application ${JSON.stringify(unknown.applicationId)}`,
          });
        await registry.memberships.change(account.id, request.body.memberships);
        return members(owned);
      },
    );

    const open = async (owned: ReadonlySet<string> | undefined): Promise<Invitations> => ({
      invitations: (await registry.invitations.open()).filter(({ memberships }) => foreign(owned, memberships) === undefined),
    });

    api.get(
      '/access/invitations',
      { schema: { tags, summary: 'Invitations that can still be used', response: { 200: Invitations, '4xx': HttpError } } },
      async (request) => open(await managed(request)),
    );

    api.post<{ Body: NewInvitation }>(
      '/access/invitations',
      { schema: { tags, summary: 'Invite somebody', body: NewInvitation, response: { 201: InvitationMade, '4xx': HttpError } } },
      async (request, reply) => {
        const not = foreign(await managed(request), request.body.memberships);
        if (not)
          return refuse(reply, {
            refusal: 'notAllowed',
            field: 'memberships',
            message: `You do not own the application ${not.applicationId}`,
          });
        const email = request.body.email.trim().toLowerCase();
        if ((await accounts.list()).some((each) => each.email === email))
          return refuse(reply, {
            refusal: 'emailTaken',
            field: 'email',
            message: `email: ${email} has an account already; give it a role below`,
          });
        return reply.code(201).send(await registry.invitations.make({ ...request.body, email }, request.account?.name ?? ''));
      },
    );

    api.delete<{ Params: IdPath }>(
      '/access/invitations/:id',
      { schema: { tags, summary: 'Withdraw an invitation', params: IdPath, response: { 200: Invitations, '4xx': HttpError } } },
      async (request, reply) => {
        const owned = await managed(request);
        const mine = (await open(owned)).invitations.some(({ id }) => id === request.params.id);
        if (!mine || !(await registry.invitations.withdraw(request.params.id)))
          return refuse(reply, { refusal: 'notFound', message: `There is no open invitation ${JSON.stringify(request.params.id)}` });
        return open(owned);
      },
    );
  };
