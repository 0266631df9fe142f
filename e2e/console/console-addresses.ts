import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Furnished } from './furnish.ts';

/** A view of the console: its name, its address, and the route behind it as the console's own code spells it. */
export interface ConsoleAddress {
  name: string;
  route: string;
  path: string;
}

/** Every page of the console that somebody signed in can open, with everything there is in view. */
export function consoleAddresses({ flight, session, person }: Furnished): ConsoleAddress[] {
  const at = (name: string, route: string, path = route): ConsoleAddress => ({ name, route, path });
  return [
    at('overview', '/overview', '/overview?range=all'),
    at('live', '/live'),
    at('sessions', '/sessions', '/sessions?range=all'),
    at('session', '/sessions/$id', `/sessions/${session}`),
    at('session-measures', '/sessions/$id', `/sessions/${session}?panel=measures`),
    at('session-notes', '/sessions/$id', `/sessions/${session}?panel=notes`),
    at('people', '/people', '/people?range=all'),
    at('people-unknown', '/people', '/people?range=all&unknown=true'),
    at('person', '/people/$id', `/people/${person}?flight=${flight}`),
    at('pages', '/pages', '/pages?range=all'),
    at('heatmaps', '/heatmaps', '/heatmaps?range=all&path=/shop/products.html'),
    at('areas', '/heatmaps', '/heatmaps?range=all&path=/shop/products.html&side=areas'),
    at('rules', '/rules'),
    at('measures', '/measures', '/measures?range=all&metric=clicks'),
    at('measures-table', '/measures/table', '/measures/table?range=all'),
    at('definitions', '/measures/definitions', '/measures/definitions?metric=rage_episode'),
    at('funnels', '/funnels', '/funnels?range=all&steps=page:/shop/products.html|event:click'),
    at('funnels-none', '/funnels', '/funnels?range=all'),
    at('paths', '/paths', '/paths?range=all'),
    at('retention', '/retention', '/retention?range=all'),
    at('quality', '/quality', '/quality?range=all'),
    at('study', '/study'),
    at('study-links', '/study', '/study?view=links'),
    at('study-consent', '/study', '/study?view=consent'),
    at('study-setup', '/study', '/study?view=setup'),
    at('exports', '/exports'),
    at('flights', '/flights'),
    at('settings', '/flights/$id/settings', `/flights/${flight}/settings`),
    at('settings-json', '/flights/$id/settings', `/flights/${flight}/settings?view=json`),
    at('settings-versions', '/flights/$id/settings', `/flights/${flight}/settings?view=versions`),
    at('team', '/team'),
    at('keys', '/keys'),
    at('audit', '/audit', '/audit?range=all'),
    at('account', '/account'),
    at('not-found', '*', '/nowhere'),
  ];
}

/** Addresses that lead on, and those before anybody is signed in. */
export const ROUTES_ELSEWHERE = ['/', '/dashboard', '/join', '/setup', '/sign-in'];

/** Every route that the console's code declares. */
export function consoleRoutes(): string[] {
  const pages = fileURLToPath(new URL('../../packages/dashboard/src/pages', import.meta.url));
  return readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('route.ts'))
    .flatMap((name) => [...readFileSync(`${pages}/${name}`, 'utf8').matchAll(/^ {2}path: '([^']+)'/gm)].map(([, path = '']) => path))
    .toSorted();
}
