// Takes a picture of every page of a running server, at three widths, light and dark, into ./screens/.
//
//   npm run screens -- --url http://127.0.0.1:8000 --email you@example.org --password …
//
// Without email and password only the pages before signing in are taken. On a fresh server, give the link that its start
// prints: the owner is created with that email and password, the pages before it are taken, and a walk through the shop
// makes a first session.
//
//   npm run screens -- --link http://127.0.0.1:8000/setup#… --email you@example.org --password …
import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env.SIGHTLINE_URL ?? 'http://127.0.0.1:8000' },
    link: { type: 'string' },
    email: { type: 'string' },
    password: { type: 'string' },
    out: { type: 'string', default: 'screens' },
    chromium: { type: 'string', default: process.env.CHROME_PATH ?? '/usr/bin/chromium' },
    only: { type: 'string' },
  },
});

const WIDTHS = { wide: [1440, 900], middle: [1024, 768], phone: [390, 844] };
const THEMES = ['light', 'dark'];

const open = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'setup', path: '/setup#code' },
];
const framed = [
  { name: 'sessions', path: '/sessions' },
  { name: 'sessions-all', path: '/sessions?range=all' },
  { name: 'sessions-nothing-matches', path: '/sessions?search=nothing-is-called-this' },
  { name: 'overview', path: '/overview?range=all' },
  { name: 'quality', path: '/quality' },
  { name: 'quality-all', path: '/quality?range=all' },
  { name: 'quality-nothing-matches', path: '/quality?did=nothing-is-called-this' },
  { name: 'live', path: '/live' },
  { name: 'people', path: '/people?range=all' },
  { name: 'people-unknown', path: '/people?range=all&unknown=true' },
  { name: 'pages', path: '/pages?range=all' },
  { name: 'heatmaps', path: '/heatmaps?range=all' },
  { name: 'rules', path: '/rules' },
  { name: 'measures', path: '/measures?range=all' },
  { name: 'funnels', path: '/funnels?range=all' },
  { name: 'paths', path: '/paths?range=all' },
  { name: 'retention', path: '/retention?range=all' },
  { name: 'exports', path: '/exports' },
  { name: 'study', path: '/study' },
  { name: 'study-links', path: '/study?view=links' },
  { name: 'study-setup', path: '/study?view=setup' },
  { name: 'flights', path: '/flights' },
  { name: 'team', path: '/team' },
  { name: 'keys', path: '/keys' },
  { name: 'audit', path: '/audit' },
  { name: 'account', path: '/account' },
  { name: 'not-found', path: '/nowhere' },
  { name: 'palette', path: '/sessions', act: (page) => page.keyboard.press('Control+k') },
];

const failed = [];
const browser = await chromium.launch({
  executablePath: values.chromium,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
await mkdir(values.out, { recursive: true });

const url = values.link ? new URL(values.link).origin : values.url;
const before = values.link ? await takeAll(undefined, [{ name: 'setup', path: `/setup${new URL(values.link).hash}` }]) : [];
if (values.link) await createOwner(new URL(values.link).hash.slice(1));
const state = await signIn();
if (values.link && state)
  before.push(
    ...(await takeAll(state, [
      { name: 'first-look', path: '/setup' },
      { name: 'sessions-none', path: '/sessions' },
    ])),
  );
if (values.link) await visitShop();
const pages = [...(state ? [] : open), ...(state ? [...framed, ...(await firstSessions(state))] : [])].filter(
  ({ name }) => !values.only || name.includes(values.only),
);
const taken = [...before, ...(await takeAll(state, pages))];
await writeFile(`${values.out}/index.html`, sheet(taken));
await browser.close();
console.log(`${taken.length} pictures in ${values.out}/, all of them on ${values.out}/index.html`);
for (const failure of failed) console.error(failure);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Takes every page at every width in both themes, and answers the pictures' names. */
async function takeAll(storageState, wanted) {
  const names = [];
  for (const theme of THEMES) {
    for (const [size, [width, height]] of Object.entries(WIDTHS)) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, storageState });
      for (const { name, path, act } of wanted) {
        const picture = `${name}-${size}-${theme}`;
        // One page that cannot be shown is told, and costs no other its picture.
        await shoot(context, { name: picture, path, act }).then(
          () => names.push(picture),
          (failure) => failed.push(`${picture}: ${failure.message}`),
        );
      }
      await context.close();
    }
  }
  return names;
}

async function createOwner(code) {
  const { email, password } = values;
  if (!email || !password) throw new Error('--link: expected --email and --password for the owner’s account, got none');
  const context = await browser.newContext({ extraHTTPHeaders: { origin: url } });
  const answer = await context.request.post(`${url}/api/v1/setup`, { data: { code, email, password, name: 'Owner' } });
  if (!answer.ok()) throw new Error(`setup as ${email}: ${answer.status()} ${await answer.text()}`);
  await context.close();
}

/** A short visit, so that there is one session to show. */
async function visitShop() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/shop/products.html`);
  for (const name of ['Vases', 'Bowls', 'Cups']) {
    await page.getByRole('button', { name }).click();
    await page.waitForTimeout(600);
  }
  await page.waitForTimeout(3_000);
  await context.close();
}

async function signIn() {
  if (!values.email || !values.password) return undefined;
  const context = await browser.newContext({ baseURL: url, extraHTTPHeaders: { origin: new URL(url).origin } });
  const answer = await context.request.post('/api/v1/sign-in', { data: { email: values.email, password: values.password } });
  if (!answer.ok()) throw new Error(`sign-in as ${values.email}: ${answer.status()} ${await answer.text()}`);
  const signedIn = await context.storageState();
  await context.close();
  return signedIn;
}

/** The newest session of each flight that has one. */
async function firstSessions(storageState) {
  const context = await browser.newContext({ baseURL: url, storageState });
  const get = async (path) => (await context.request.get(`/api/v1${path}`)).json();
  const found = [];
  for (const flight of (await get('/applications')).applications.flatMap(({ flights }) => flights)) {
    const { sessions } = await get(`/sessions?flight=${encodeURIComponent(flight.id)}&limit=1&sort=events&descending=true`);
    for (const { id } of sessions) {
      found.push({ name: `session-${flight.name}`, path: `/sessions/${id}` });
      found.push({ name: `session-${flight.name}-event`, path: `/sessions/${id}`, act: (page) => page.getByRole('row').nth(3).click() });
    }
  }
  await context.close();
  return found;
}

async function shoot(context, { name, path, act }) {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(new URL(path, url).href);
  await page.waitForSelector('h1, h2');
  await page.waitForTimeout(700);
  await act?.(page);
  await page.waitForTimeout(act ? 500 : 0);
  await page.screenshot({ path: `${values.out}/${name}.png` });
  await page.close();
  if (errors.length > 0) console.warn(`${name}: ${errors.join('\n  ')}`);
}

function sheet(names) {
  const figures = names.map(
    (name) => `<figure><a href="${name}.png"><img src="${name}.png" loading="lazy"></a><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>body{font:13px system-ui;display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:16px}img{max-width:100%;border:1px solid #ccc}figure{margin:0}</style>${figures.join('')}`;
}
