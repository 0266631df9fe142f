import { isUuidText } from '../../identity/parsed.ts';
import { createSession } from '../../identity/session.ts';
import type { Page } from '../../page/page.ts';
import { createUntQueue } from './unt-queue.ts';

export interface UntDeps {
  page: Page;
  /** The server where `UNT()` is called without one. */
  server: string;
  /** What the page has in the field for the e-mail address. */
  email(): string;
}

/** The plugin's functions, as pages call them. */
export interface Unt {
  UNT(server?: string): void;
  getUserUUID(): string | null;
  setUserUUID(uuid?: string): string;
  sendTracking(): void;
  registerEmail(): void;
}

/** Where the original keeps the visitor: one that is known there stays known. */
const USER_KEY = 'tracker-uuid';
/** Frameworks set the title after they changed the address. */
const TITLE_AFTER_MS = 100;

/** UNT's plugin: an access for each page, and route of a page, that was visited; none is lost while the server is away. */
export function createUnt({ page, server, email }: UntDeps): Unt & { server(): string } {
  let base = server;
  let watching = false;
  const queue = createUntQueue(page);

  const setUserUUID = (uuid: string = page.uuid()) => {
    page.local.set(USER_KEY, uuid);
    return uuid;
  };
  const getUserUUID = () => page.local.get(USER_KEY);
  const user = () => {
    const known = getUserUUID();
    return isUuidText(known) ? String(known) : setUserUUID();
  };
  const send = (what: 'track' | 'email', body: object) => queue.add({ url: `${base}/user/${user()}/${what}`, body: JSON.stringify(body) });
  // By these the server knows a visit that it gets a second time; another UNT server keeps or ignores them.
  const tab = page.uuid();
  const { local, uuid, wall } = page;
  // A page that carries the tracker besides has sessions of its own.
  const session = createSession({
    local: { ...local, get: (key) => local.get(`unt-${key}`), set: (key, text) => local.set(`unt-${key}`, text) },
    uuid,
    wall,
  });
  let sequence = -1;
  const sendTracking = () => {
    session.join(undefined);
    sequence += 1;
    const visit = { session: session.id(), tab, sequence };
    send('track', { title: page.title(), url: page.url(), datetime: page.wall(), visit });
  };

  return {
    UNT(given) {
      if (given !== undefined && typeof given !== 'string') return page.warn(`UNT: expected the server’s address, got ${String(given)}`);
      base = (given ?? server).replace(/\/$/, '');
      sendTracking();
      if (watching) return;
      watching = true;
      let url = page.url();
      page.onAddress(() => {
        if (page.url() === url) return;
        url = page.url();
        page.after(TITLE_AFTER_MS, sendTracking);
      });
    },
    getUserUUID,
    setUserUUID,
    sendTracking,
    registerEmail() {
      const address = email();
      if (address === '') return page.warn('registerEmail: expected an address in the field #emailUNT, got none');
      send('email', { email: address });
    },
    server: () => base,
  };
}
