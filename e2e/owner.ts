import { createClient, type Client } from '@sightline/client';
import type { APIRequestContext, Browser, BrowserContext } from 'playwright-core';
import type { RunningServer } from './server.ts';

/** The owner of an installation, in a browser and through the API. */
export interface Owner {
  /** What a browser's context needs to be signed in. */
  state: Awaited<ReturnType<BrowserContext['storageState']>>;
  api: Client;
}

/** Who owns the installations of tests. */
export const OWNER = { name: 'Ada Byron', email: 'ada@example.org', password: 'a kettle full of stars' };

/** Makes the owner's account with the code that the first start printed; whoever asks is signed in from then on. */
export function makeOwner(server: RunningServer, request: APIRequestContext): Promise<void> {
  const code = /\/setup#(\S+)/.exec(server.output())?.[1];
  if (code === undefined) throw new Error(`expected the link with the one-time code, the server printed: ${server.output()}`);
  return post(server, request, '/api/v1/setup', { ...OWNER, code });
}

/** Makes the owner's account, and signs in. */
export const firstOwner = (browser: Browser, server: RunningServer): Promise<Owner> =>
  signedIn(browser, server, (request) => makeOwner(server, request));

/** Signs in with an account that is there already. */
export const knownOwner = (browser: Browser, server: RunningServer, account: { email: string; password: string }): Promise<Owner> =>
  signedIn(browser, server, (request) => post(server, request, '/api/v1/sign-in', account));

async function signedIn(browser: Browser, { url }: RunningServer, enter: (request: APIRequestContext) => Promise<void>): Promise<Owner> {
  const context = await browser.newContext();
  await enter(context.request);
  const state = await context.storageState();
  await context.close();
  const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asOwner: typeof fetch = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie, origin: url } });
  return { state, api: createClient({ fetch: asOwner, server: url }) };
}

async function post({ url }: RunningServer, request: APIRequestContext, path: string, data: object): Promise<void> {
  const answer = await request.post(`${url}${path}`, { data, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
}
