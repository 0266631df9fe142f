import type { BrowserContext } from 'playwright-core';
import type { RunningServer } from '../server.ts';

const OWNER = { name: 'Ada Byron', email: 'ada@example.org', password: 'a kettle full of stars' };

/** Makes the owner of a fresh installation, and signs a browser in. */
export async function signInOwner(server: RunningServer, context: BrowserContext): Promise<void> {
  const code = /\/setup#(\S+)/.exec(server.output())?.[1] ?? '';
  const answer = await context.request.post(`${server.url}/api/v1/setup`, { data: { ...OWNER, code }, headers: { origin: server.url } });
  if (!answer.ok()) throw new Error(`the owner could not be made: ${await answer.text()}`);
}
