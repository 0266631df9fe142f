import { Type, type Static } from 'typebox';

export const Role = Type.Union([Type.Literal('owner'), Type.Literal('member')]);
export type Role = Static<typeof Role>;

/** `GET /api/v1/me`: who is signed in, and whether the installation still waits for its owner. */
export const Me = Type.Object({
  account: Type.Union([Type.Null(), Type.Object({ id: Type.String(), email: Type.String(), name: Type.String(), role: Role })]),
  needsOwner: Type.Boolean({ description: 'True until the owner account exists.' }),
  version: Type.String(),
});
export type Me = Static<typeof Me>;

/** `POST /api/v1/setup`: creates the owner with the one-time code of the link that the first start prints. */
export const SetupRequest = Type.Object({
  code: Type.String({ minLength: 1 }),
  email: Type.String({ minLength: 3, maxLength: 254 }),
  password: Type.String({ minLength: 10, maxLength: 128 }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
});
export type SetupRequest = Static<typeof SetupRequest>;

/** `POST /api/v1/sign-in`. */
export const SignInRequest = Type.Object({ email: Type.String(), password: Type.String() });
export type SignInRequest = Static<typeof SignInRequest>;
