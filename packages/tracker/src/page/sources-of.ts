import type { Sources } from '../sourcers/sourcer.ts';
import type { Page } from './page.ts';

/** What sourcers read of the page; reading a blocked storage throws, which tells them why there is no value. */
export const sourcesOf = ({ window, url }: Pick<Page, 'window' | 'url'>, allowedCookies: readonly string[]): Sources => ({
  local: () => window.localStorage,
  session: () => window.sessionStorage,
  cookies: () => window.document.cookie,
  url,
  allowedCookies,
});
