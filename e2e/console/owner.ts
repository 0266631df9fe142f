import { createClient, type Client } from '@sightline/client';
import type { Browser, BrowserContext } from 'playwright-core';
import type { RunningServer } from '../server.ts';

/** The owner of an installation, in a browser and through the API. */
export interface Owner {
  /** What a browser's context needs to be signed in. */
  state: Awaited<ReturnType<BrowserContext['storageState']>>;
  api: Client;
}

const ACCOUNT = { name: 'Ada Byron', email: 'ada@example.org', password: 'a kettle full of stars' };

/** Makes the owner's account with the code that the first start printed, and signs in. */
export async function firstOwner(browser: Browser, server: RunningServer): Promise<Owner> {
  const code = /\/setup#(\S+)/.exec(server.output())?.[1];
  if (code === undefined) throw new Error(`expected the link with the one-time code, the server printed: ${server.output()}`);
  return signedIn(browser, server, '/api/v1/setup', { ...ACCOUNT, code });
}

/** Signs in with an account that is there already. */
export const knownOwner = (browser: Browser, server: RunningServer, account: { email: string; password: string }): Promise<Owner> =>
  signedIn(browser, server, '/api/v1/sign-in', account);

async function signedIn(browser: Browser, { url }: RunningServer, path: string, data: object): Promise<Owner> {
  const context = await browser.newContext({ extraHTTPHeaders: { origin: url } });
  const answer = await context.request.post(`${url}${path}`, { data });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
  const state = await context.storageState();
  await context.close();
  const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asOwner: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie, origin: url } });
  return { state, api: createClient({ fetch: asOwner, server: url }) };
}
