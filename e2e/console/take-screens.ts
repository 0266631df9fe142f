import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser.ts';
import { freePort, sightline, startServer } from '../server.ts';
import { consoleAddresses } from './console-addresses.ts';
import { contactSheets } from './contact-sheets.ts';
import { furnish } from './furnish.ts';
import { firstOwner, knownOwner, type Owner } from '../owner.ts';
import { ALL_LOOKS, photographer, TWO_LOOKS, type Picture } from './photographer.ts';

/** Takes pictures of every page of the console with nothing, one thing and much in it: `npm run screens`. */
const EMAIL = 'ada@example.org';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const NOTHING = { flight: NOBODY, session: NOBODY, person: NOBODY };
const HOLDINGS = ['nothing', 'one', 'much'];

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screens' },
    only: { type: 'string', default: '' },
    with: { type: 'string', multiple: true, default: HOLDINGS },
    much: { type: 'string' },
  },
});
const unknown = values.with.filter((name) => !HOLDINGS.includes(name));
if (unknown.length > 0) throw new Error(`screens: expected --with ${HOLDINGS.join(', ')}; got ${unknown.join(', ')}`);

const browser = await launchBrowser();
const pictures: Picture[] = [];
const troubles: string[] = [];
mkdirSync(values.out, { recursive: true });
try {
  const takers: Record<string, () => Promise<void>> = { nothing: () => fresh('nothing'), one: () => fresh('one'), much };
  for (const holding of values.with) {
    // What cannot be furnished is told, and costs the others nothing.
    await takers[holding]?.().catch((error: unknown) => troubles.push(`${holding}: ${String(error)}`));
  }
} finally {
  await browser.close();
}
for (const { file, html } of contactSheets(pictures)) writeFileSync(join(values.out, file), html);
process.stdout.write(`${pictures.length} pictures in ${values.out}/, all of them on ${values.out}/index.html\n`);
for (const trouble of troubles) process.stderr.write(`${trouble}\n`);
process.exitCode = troubles.length > 0 ? 1 : 0;

/** An installation from its first minute on: with nobody, with an owner and nothing, or with one of each. */
async function fresh(holding: 'nothing' | 'one'): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sightline-screens-'));
  const server = await startServer({ dataDir, port: await freePort() });
  const photos = photographer({ browser, url: server.url, out: values.out, holding, only: values.only, troubles });
  try {
    if (holding === 'nothing') {
      const [link = ''] = /\/setup#\S+/.exec(server.output()) ?? [];
      pictures.push(...(await photos.take([{ name: 'setup', path: link }], { looks: ALL_LOOKS })));
    }
    const owner = await firstOwner(browser, server);
    if (holding === 'nothing') {
      pictures.push(...(await photos.take([{ name: 'sign-in', path: '/sign-in' }], { looks: ALL_LOOKS })));
      pictures.push(...(await photos.take([{ name: 'setup-flight', path: '/setup' }], { looks: ALL_LOOKS, owner })));
    }
    const found = holding === 'nothing' ? await emptyFlight(owner) : await furnish(browser, server, owner, { sparing: true });
    pictures.push(...(await photos.take(consoleAddresses(found), { looks: TWO_LOOKS, owner })));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** A busy flight, and something on every page. */
async function much(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sightline-screens-'));
  if (values.much !== undefined) await cp(values.much, dataDir, { recursive: true });
  const password = (await sightline(dataDir, ['user', 'add', '--email', EMAIL, '--name', 'Ada Byron', '--role', 'owner'])).trim();
  const server = await startServer({ dataDir, port: await freePort(), env: { SIGHTLINE_RATE_LIMIT: '0' } });
  const photos = photographer({ browser, url: server.url, out: values.out, holding: 'much', only: values.only, troubles });
  try {
    const owner = await knownOwner(browser, server, { email: EMAIL, password });
    const found = await furnish(browser, server, owner);
    await owner.api.startMeasuring(found.flight);
    const open = { name: 'palette', path: '/sessions', keys: 'Control+k' };
    pictures.push(...(await photos.take([...consoleAddresses(found), ...maps(), open], { looks: ALL_LOOKS, owner })));
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The other kinds of maps of the page that the visitors of `furnish` saw. */
function maps() {
  return ['map=move', 'map=scroll', 'map=attention', 'map=gaze', 'pixels=true', 'behind=plain'].map((shown) => ({
    name: `heatmaps-${shown.replace('map=', '').replace('=', '-')}`,
    path: `/heatmaps?range=all&path=/shop/products.html&${shown}`,
  }));
}

async function emptyFlight({ api }: Owner) {
  const { applications } = await api.applications();
  return { ...NOTHING, flight: applications[0]?.flights[0]?.id ?? NOBODY };
}
