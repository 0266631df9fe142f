import { createUnt, type Unt } from '../facades/unt/create-unt.ts';
import { createPage } from '../page/page.ts';
import { tellHistory } from '../page/tell-history.ts';
import { warn } from '../page/running.ts';
import { scriptsFolder } from '../page/scripts-folder.ts';

const page = createPage(window, (error) => warn(window, String(error)));
tellHistory(window);
const { server, ...unt } = createUnt({
  page,
  server: scriptsFolder(window).replace(/\/$/, ''),
  email: () => document.querySelector<HTMLInputElement>('#emailUNT')?.value.trim() ?? '',
});
Object.assign(window, unt satisfies Unt);
Object.defineProperty(window, 'server_addr', { get: server, configurable: true });
