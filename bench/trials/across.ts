import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, sightline, startServer } from '../../e2e/server.ts';
import { BENCH_DIRECTORY } from '../bench-directory.ts';
import { madeVisits } from '../five-million.ts';
import { inProcess } from '../in-process.ts';
import { signIn } from '../sign-in.ts';
import { fold } from '../large-store.ts';
import type { LoadResult } from '../load/arrivals.ts';
import { BATCH_EVENTS } from '../load/payload.ts';
import type { WebsocketLoadOrder } from '../load/websocket-load.ts';
import { cpuMs } from '../process-tree.ts';
import { noFailures, perSecond, times, type Line, type Trial } from '../trial.ts';

const EMAIL = 'bench@example.org';
const ROUNDS = 9;
const DAYS = 42;
/** A fifth of the bar for batches: a busy study, not a flood. */
const LOAD = { connections: 50, warmUpMs: 2_000, ms: 20_000, rate: 20_000 / BATCH_EVENTS };

const STEPS = ['page:/', 'page:/product/*', 'event:addToCart', 'event:purchase']
  .map((step) => `step=${encodeURIComponent(step)}`)
  .join('&');

const PANELS: [what: string, path: string, bar?: string][] = [
  ['active time, all sessions', 'measures/active_time?'],
  ['clicks by condition, compared', 'measures/clicks?by=field:condition&'],
  ['clicks by condition, of phones that purchased', 'measures/clicks?by=field:condition&device=phone&did=purchase&'],
  ['active time by day', 'measures/active_time?by=day&'],
  ['visible time by page', 'measures/page_dwell_visible?by=part&'],
  ['phones against desktops', `measures/active_time?device=phone&against=${encodeURIComponent('flight=FLIGHT&device=desktop')}&`],
  [
    'clicks, one condition against the other',
    `measures/clicks?where=condition:control&against=${encodeURIComponent('flight=FLIGHT&where=condition:treatment')}&`,
  ],
  ['funnel of four steps, by condition', `funnels?${STEPS}&by=field:condition&`],
  ['the same within ten minutes', `funnels?${STEPS}&within=600000&`],
  ['paths', 'paths?'],
  ['retention by week', 'retention?'],
  ['what can be filtered by', 'flights/FLIGHT/facets?'],
  ['overview of traffic', 'overview?'],
  ['overview of a fortnight', `overview?from=${Date.now() - 14 * 86_400_000}&`],
  ['list of pages', 'pages?'],
  ['paths of phones', 'paths?device=phone&'],
  ['funnel with a click', `funnels?step=${encodeURIComponent('page:/')}&step=${encodeURIComponent('click:*')}&step=event:addToCart&`],
  ['quality', 'quality?'],
  ['people without a name', 'people?known=false&'],
  ['live monitor', 'flights/FLIGHT/live?'],
  ['health', 'flights/FLIGHT/health?'],
  ['scrolling and attention of a page', `heatmaps/reading?path=${encodeURIComponent('/')}&`],
  ['the same of one condition', `heatmaps/reading?path=${encodeURIComponent('/')}&where=condition:control&`],
  ['the same of all pages', `heatmaps/reading?path=${encodeURIComponent('/*')}&`],
  ['sessions that did three steps in order', 'sessions?sequence=page:/&sequence=event:addToCart&sequence=event:purchase&', '≤ 200 ms'],
  ['sessions that saw a page', 'sessions?page=/checkout&', '≤ 200 ms'],
  ['sessions of a condition', 'sessions?where=condition:control&', '≤ 200 ms'],
  ['sessions by active time', 'sessions?sort=activeMs&', '≤ 200 ms'],
  ['sessions that did something', 'sessions?did=purchase&', '≤ 200 ms'],
  ['sessions that did not', 'sessions?didNot=purchase&', '≤ 200 ms'],
  ['sessions of phones, found by a participant', 'sessions?device=phone&search=P1234&', '≤ 200 ms'],
];

/** Measures across sessions: panels, and a metric measured anew while events come in. */
export const across: Trial = {
  name: 'across',
  conditions: `visits of a made-up shop (bench/visits.ts), some 4.8 million events in 100,000 sessions of one flight over ${DAYS} days; over HTTP, one request after the other, server and engine on the same machine; the processor's share is of server, engine and measuring together`,
  async run() {
    const installation = await open();
    try {
      const first = await installation.measured();
      const panels: Line[] = [];
      for (const [what, path, bar = '≤ 300 ms'] of PANELS) panels.push({ what, value: await installation.answers(path), bar });
      const before = await installation.load();
      const [loaded, again] = await Promise.all([installation.load(), installation.changed('rage_episode', 'PostHog')]);
      const alone = await installation.changed('rage_episode', 'Sentry');
      return [
        { what: `all metrics of all sessions, the first time`, value: first },
        ...panels,
        { what: `acknowledgement at ${perSecond(before.perSecond * BATCH_EVENTS, 'events')}`, value: times(before), bar: 'p99 ≤ 25 ms' },
        { what: 'the same while a metric is measured anew', value: times(loaded), bar: 'p99 ≤ 25 ms' },
        { what: 'rage_episode measured anew, under that load', value: again, bar: '≤ 60 s' },
        { what: 'rage_episode measured anew, alone', value: alone, bar: '≤ 60 s' },
      ];
    } finally {
      await installation.stop();
    }
  },
};

async function open() {
  const kept = join(BENCH_DIRECTORY, 'visits-100000');
  const childScript = fileURLToPath(new URL('../../packages/server/dist/engine/child.js', import.meta.url));
  const given = process.env.SIGHTLINE_BENCH_VISITS;
  if (given === undefined && !existsSync(kept))
    await madeVisits({ dataDir: kept, sessions: 100_000, days: DAYS, until: Date.now(), childScript });
  const dataDir = `${kept}-measured`;
  rmSync(dataDir, { recursive: true, force: true });
  cpSync(given ?? kept, dataDir, { recursive: true });
  await fold(dataDir);
  const password = (await sightline(dataDir, ['user', 'add', '--email', EMAIL])).trim();
  const token = (await sightline(dataDir, ['token', '--flight', 'default'])).trim();
  const server = await startServer({ dataDir, port: await freePort(), env: { SIGHTLINE_RATE_LIMIT: '0' } });
  const cookie = await signIn(server.url, { email: EMAIL, password });
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}/api/v1/${path}`, {
      ...init,
      headers: { cookie, origin: server.url, 'content-type': 'application/json' },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text) as unknown;
  };
  const { applications } = (await call('applications')) as { applications: { flights: { id: string }[] }[] };
  const flight = applications[0]?.flights[0]?.id ?? '';

  /** Until nothing of the flight is left to measure. */
  async function idle(): Promise<string> {
    const from = performance.now();
    const cpu = cpuMs(server.pid);
    for (let state = 'waiting'; state === 'waiting' || state === 'running';) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      ({ state } = (await call(`flights/${flight}/measuring`)) as { state: string });
    }
    return `${Math.round((performance.now() - from) / 100) / 10} s, processor ${Math.round((cpuMs(server.pid) - cpu) / 100) / 10} s`;
  }

  return {
    async measured() {
      await call(`flights/${flight}/measuring`, { method: 'POST', body: '{}' });
      return idle();
    },
    async changed(metric: string, preset: string) {
      await call(`flights/${flight}/measure-settings/${metric}`, { method: 'PUT', body: JSON.stringify({ preset }) });
      return idle();
    },
    load: async () => noFailures(await inProcess<WebsocketLoadOrder, LoadResult>('websocket-load', { ...LOAD, port: server.port, token })),
    async answers(path: string): Promise<string> {
      const asked = `${path}flight=${flight}`.replaceAll('FLIGHT', flight);
      await call(asked);
      const cpu = cpuMs(server.pid);
      const taken: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const from = performance.now();
        await call(asked);
        taken.push(performance.now() - from);
      }
      taken.sort((a, b) => a - b);
      const at = (share: number) => Math.round(taken[Math.floor(share * (ROUNDS - 1))] ?? 0);
      return `least ${at(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms; processor ${Math.round((cpuMs(server.pid) - cpu) / ROUNDS)} ms`;
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
