import { sightline } from '../e2e/server.ts';
import { signIn } from './sign-in.ts';
import type { SystemUnderTest } from './system-under-test.ts';

const EMAIL = 'bench@example.org';

/** Makes the owner of a fresh server and signs in; answers the cookie. */
export async function signedIn({ dataDir, port }: SystemUnderTest): Promise<string> {
  const password = (await sightline(dataDir, ['user', 'add', '--email', EMAIL, '--role', 'owner'])).trim();
  return signIn(`http://127.0.0.1:${port}`, { email: EMAIL, password });
}
