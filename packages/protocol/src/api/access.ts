import { Type, type Static } from 'typebox';
import { Account, NewMember } from './accounts.ts';

/**
 * What somebody may do in an application, each more than the one before: `observer` sees sessions while they run, `viewer` sees
 * everything, `researcher` changes settings, studies and notes and takes data away, `owner` manages its members and may delete it.
 */
export const ACCESS_ROLES = ['observer', 'viewer', 'researcher', 'owner'] as const;
export const AccessRole = Type.Union(ACCESS_ROLES.map((role) => Type.Literal(role)));
export type AccessRole = (typeof ACCESS_ROLES)[number];

export const Membership = Type.Object({ applicationId: Type.String(), role: AccessRole });
export type Membership = Omit<Static<typeof Membership>, 'role'> & { role: AccessRole };

/** Somebody who may sign in, with what they may do. An owner of the installation may do everything and has no memberships. */
export const Member = Type.Object({
  ...Account.properties,
  memberships: Type.Array(Membership),
  twoFactor: Type.Boolean({ description: 'Signs in with a second factor.' }),
});
export type Member = Omit<Static<typeof Member>, 'memberships'> & { memberships: Membership[] };

/** `GET /api/v1/access/members`: those who may see an application that the asker owns. `PUT /api/v1/access/members/{id}` sets memberships. */
export const AccessMembers = Type.Object({ members: Type.Array(Member) });
export type AccessMembers = { members: Member[] };

/** What somebody may do from now on in the applications named; null takes an application away. */
export const MembershipChange = Type.Object({
  memberships: Type.Array(Type.Object({ applicationId: Type.String(), role: Type.Union([AccessRole, Type.Null()]) }), { maxItems: 1_000 }),
});
export type MembershipChange = { memberships: { applicationId: string; role: AccessRole | null }[] };

/** A link that lets somebody make an account of their own. */
export const Invitation = Type.Object({
  id: Type.String(),
  email: Type.String(),
  memberships: Type.Array(Membership),
  createdAt: Type.Integer(),
  expiresAt: Type.Integer(),
  createdBy: Type.String(),
});
export type Invitation = Omit<Static<typeof Invitation>, 'memberships'> & { memberships: Membership[] };

/** `GET /api/v1/access/invitations`: those still open. */
export const Invitations = Type.Object({ invitations: Type.Array(Invitation) });
export type Invitations = { invitations: Invitation[] };

/** `POST /api/v1/access/invitations` → the link, shown once. */
export const NewInvitation = Type.Object({
  email: NewMember.properties.email,
  memberships: Type.Array(Membership, { minItems: 1, maxItems: 100 }),
});
export type NewInvitation = { email: string; memberships: Membership[] };
export const InvitationMade = Type.Object({
  invitation: Invitation,
  code: Type.String({ description: 'Stands in the link `/join#<code>`; it is not kept and cannot be shown again.' }),
});
export type InvitationMade = { invitation: Invitation; code: string };

/** `POST /api/v1/join` → Me, signed in. */
export const JoinRequest = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 200 }),
  name: NewMember.properties.name,
  password: NewMember.properties.password,
});
export type JoinRequest = Static<typeof JoinRequest>;

/** What a program may do with a key: `view` reads, `research` also changes and exports. */
export const KEY_ABILITIES = ['view', 'research'] as const;
export type KeyAbility = (typeof KEY_ABILITIES)[number];

/** A key for programs, without its secret. */
export const ApiKey = Type.Object({
  id: Type.String(),
  name: Type.String(),
  start: Type.String({ description: 'The first characters, to tell it by.' }),
  ability: Type.Union(KEY_ABILITIES.map((ability) => Type.Literal(ability))),
  applications: Type.Union([Type.Array(Type.String()), Type.Null()], {
    description: 'Ids of the applications it reaches; null for all of its maker’s.',
  }),
  createdAt: Type.Integer(),
  createdBy: Type.String(),
  expiresAt: Type.Union([Type.Integer(), Type.Null()]),
  lastUsedAt: Type.Union([Type.Integer(), Type.Null()]),
});
export type ApiKey = Omit<Static<typeof ApiKey>, 'ability'> & { ability: KeyAbility };

/** `GET /api/v1/keys`: one's own; an owner of the installation sees all. */
export const ApiKeys = Type.Object({ keys: Type.Array(ApiKey) });
export type ApiKeys = { keys: ApiKey[] };

/** `POST /api/v1/keys` → the key, shown once. It is sent as `Authorization: Bearer …`, and never can do more than its maker. */
export const NewApiKey = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  ability: Type.Union(KEY_ABILITIES.map((ability) => Type.Literal(ability))),
  applications: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 100 })),
  expiresInDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
});
export type NewApiKey = Omit<Static<typeof NewApiKey>, 'ability'> & { ability: KeyAbility };
export const ApiKeyMade = Type.Object({ key: ApiKey, secret: Type.String() });
export type ApiKeyMade = { key: ApiKey; secret: string };

/** One thing that somebody did or looked at. */
export const AuditEntry = Type.Object({
  id: Type.String(),
  at: Type.Integer(),
  account: Type.String({ description: 'Name and email as they were.' }),
  key: Type.Union([Type.String(), Type.Null()], { description: 'Name of the API key it was done with.' }),
  action: Type.String({ description: 'What was done, such as `recording.view` or `export.make`.' }),
  subject: Type.String({ description: 'What it was done to: an id, or the address called.' }),
  applicationId: Type.Union([Type.String(), Type.Null()]),
});
export type AuditEntry = Static<typeof AuditEntry>;

/** Query of `GET /api/v1/audit`, newest first; owners see the applications they own. */
export const AuditQuery = Type.Object({
  application: Type.Optional(Type.String()),
  action: Type.Optional(Type.String({ maxLength: 100, description: 'The action, or what it begins with.' })),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Part of account or subject.' })),
  offset: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export type AuditQuery = Static<typeof AuditQuery>;

/** `GET /api/v1/audit`. */
export const AuditLog = Type.Object({ entries: Type.Array(AuditEntry), total: Type.Integer() });
export type AuditLog = Static<typeof AuditLog>;
