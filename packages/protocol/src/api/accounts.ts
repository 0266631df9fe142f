import { Type, type Static } from 'typebox';
import { PASSWORD_LENGTH } from './password-length.ts';

export const Role = Type.Union([Type.Literal('owner'), Type.Literal('member')]);
export type Role = Static<typeof Role>;

/** Someone who may sign in. */
export const Account = Type.Object({ id: Type.String(), email: Type.String(), name: Type.String(), role: Role });
export type Account = Static<typeof Account>;

/** `GET /api/v1/me`: who is signed in, and whether the installation still waits for its owner. */
export const Me = Type.Object({
  account: Type.Union([Type.Null(), Account]),
  needsOwner: Type.Boolean({ description: 'True until the owner account exists.' }),
  version: Type.String(),
  secondFactor: Type.Optional(Type.Boolean({ description: 'Email and password were right, and `POST /api/v1/second-factor` goes on.' })),
  twoFactor: Type.Optional(Type.Boolean({ description: 'Signs in with a second factor.' })),
  memberships: Type.Optional(
    Type.Array(Type.Object({ applicationId: Type.String(), role: Type.String() }), {
      description: 'What a member may do, by application.',
    }),
  ),
});
export type Me = Static<typeof Me>;

/** No email is taken that the sign-in would not take later: it wants a dotted name that ends in letters. */
const EMAIL = "^[A-Za-z0-9_+-]+(?:[.'][A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9][A-Za-z0-9-]*\\.)+[A-Za-z]{2,}$";
const email = Type.String({ maxLength: 254, pattern: EMAIL });
const password = Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most });
const name = Type.String({ minLength: 1, maxLength: 100 });

/** `POST /api/v1/setup` → Me, signed in: creates the owner with the one-time code of the link that the first start prints. */
export const SetupRequest = Type.Object({ code: Type.String({ minLength: 1, maxLength: 200 }), email, password, name });
export type SetupRequest = Static<typeof SetupRequest>;

/** `POST /api/v1/sign-in` → Me. `POST /api/v1/sign-out` → Me. */
export const SignInRequest = Type.Object({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: PASSWORD_LENGTH.most }),
});
export type SignInRequest = Static<typeof SignInRequest>;

/** `POST /api/v1/second-factor` → Me, signed in. */
export const SecondFactorRequest = Type.Object({
  code: Type.String({ minLength: 1, maxLength: 40, description: 'Of the authenticator, or a backup code.' }),
});
export type SecondFactorRequest = Static<typeof SecondFactorRequest>;

/** `POST /api/v1/account/second-factor` with the password → what an authenticator needs; `…/confirm` with a first code turns it on; `DELETE` with the password off. */
export const PasswordRequest = Type.Object({ password: Type.String({ maxLength: PASSWORD_LENGTH.most }) });
export type PasswordRequest = Static<typeof PasswordRequest>;
export const SecondFactorStart = Type.Object({
  uri: Type.String({ description: '`otpauth:` URI with the secret, to be shown as a QR code or typed.' }),
  backupCodes: Type.Array(Type.String(), { description: 'Each lets in once, should the authenticator be lost. Shown once.' }),
});
export type SecondFactorStart = Static<typeof SecondFactorStart>;

/** `PUT /api/v1/account/password`: other sessions of the account end. */
export const PasswordChange = Type.Object({ now: Type.String({ maxLength: PASSWORD_LENGTH.most }), next: password });
export type PasswordChange = Static<typeof PasswordChange>;

/** `GET /api/v1/members`, for owners: everyone who may sign in. `DELETE /api/v1/members/{id}` → Members. */
export const Members = Type.Object({ members: Type.Array(Account) });
export type Members = Static<typeof Members>;

/** `POST /api/v1/members`, for owners → Account. */
export const NewMember = Type.Object({ email, name, password });
export type NewMember = Static<typeof NewMember>;
