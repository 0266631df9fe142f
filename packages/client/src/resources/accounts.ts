import type { Me, SetupRequest, SignInRequest } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

/** Who is signed in, and signing in and out. */
export const accounts = ({ get, send }: Caller) => ({
  me: (signal?: AbortSignal) => get<Me>('/me', signal),
  setup: (request: SetupRequest) => send<unknown>('POST', '/setup', request),
  signIn: (request: SignInRequest) => send<unknown>('POST', '/sign-in', request),
  signOut: () => send<unknown>('POST', '/sign-out'),
});
