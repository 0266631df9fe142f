import type { JoinRequest, Me, PasswordChange, SecondFactorStart, SetupRequest, SignInRequest } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

/** Who is signed in, and signing in and out. */
export const accounts = ({ get, send }: Caller) => ({
  me: (signal?: AbortSignal) => get<Me>('/me', signal),
  setup: (request: SetupRequest) => send<Me>('POST', '/setup', request),
  signIn: (request: SignInRequest) => send<Me>('POST', '/sign-in', request),
  secondFactor: (code: string) => send<Me>('POST', '/second-factor', { code }),
  join: (request: JoinRequest) => send<Me>('POST', '/join', request),
  changePassword: (request: PasswordChange) => send<unknown>('PUT', '/account/password', request),
  startSecondFactor: (password: string) => send<SecondFactorStart>('POST', '/account/second-factor', { password }),
  confirmSecondFactor: (code: string) => send<unknown>('POST', '/account/second-factor/confirm', { code }),
  stopSecondFactor: (password: string) => send<unknown>('DELETE', '/account/second-factor', { password }),
  signOut: () => send<unknown>('POST', '/sign-out'),
});
