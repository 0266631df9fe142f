import { randomUUID } from 'node:crypto';
import type { FlightFacets, MeasureAcross, MeasureSettings, SessionDetail, SessionId, SessionPage } from '@sightline/protocol';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import { measuringHere } from '../../test/measuring-here.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { Measuring } from '../jobs/measuring/measuring.ts';
import { createStore, type Store } from '../store/index.ts';
import { STUDY } from '../study/study.fake.ts';
import { facetsApi } from './facets.ts';
import { journeysApi } from './journeys.ts';
import { leaveOutExcluded } from './leave-out-excluded.ts';
import { measureSettingsApi } from './measure-settings.ts';
import { measuresApi } from './measures.ts';
import { apiRules } from './rules.ts';
import { sessionsApi } from './sessions.ts';

const SESSIONS = 40;
const scratch = scratchDirectory();
let engine: Engine;
let store: Store;
let registry: TestApi;
let measuring: Measuring;
let app: FastifyInstance;
let headers: { cookie: string };
let flight: string;
/** The only participant of the flight's study; the first session is theirs. */
let participant: ParticipantRecord;

beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 600_000, log: { info: () => undefined } });
  registry = await startTestApi({ place: { data: scratch.path } });
  ({ headers } = await registry.setUp());
  flight = (await registry.registry.applications.list())[0]?.flights[0]?.id ?? '';
  measuring = measuringHere(store, registry.registry, () => BEGIN + 600_000);
  app = fastify();
  apiRules(app, {});
  app.addHook('preHandler', leaveOutExcluded(registry.registry));
  await registry.registry.studies.put(flight, STUDY);
  await registry.registry.participants.invite(flight, 1, 'P-');
  [participant] = (await registry.registry.participants.list(flight)) as [ParticipantRecord];
  const deps = { accounts: registry.accounts, registry: registry.registry, store, measuring };
  for (const resource of [facetsApi, measuresApi, measureSettingsApi, journeysApi, sessionsApi]) await app.register(resource(deps));
  const batches = Array.from({ length: SESSIONS }, (_, index) =>
    batch({
      flight: flight as Batch['flight'],
      session: randomUUID() as SessionId,
      visitor: randomUUID() as never,
      events: Array.from({ length: 3 + index }, (__, sequence) =>
        eventRow(sequence, {
          name: sequence === 0 ? 'pageView' : sequence === 2 + index ? 'presence' : 'click',
          at: BEGIN + index * 1_000 + sequence * 100,
          details:
            sequence === 0
              ? { url: 'https://example.org/' }
              : sequence === 2 + index
                ? { state: 'active', lengthMs: 100 }
                : { path: '#buy', tag: 'button', button: 0, x: 5, y: 5, trusted: true },
          applicationSpecificData: { condition: index % 2 === 0 ? 'c1' : 'c2', participant: index === 0 ? participant.code : 'X' },
        }),
      ),
    }),
  );
  await store.load(segmentOf(scratch.path, batches));
  measuring.start(flight);
  await measuring.settled();
}, 60_000);
afterAll(async () => {
  await measuring.stop();
  await app.close();
  await registry.stop();
  await engine.stop();
  scratch.remove();
});

const get = async (url: string) => app.inject({ url, headers });
const across = async (query: string): Promise<MeasureAcross> => (await get(`/measures/${query}&flight=${flight}`)).json();

test('nothing is told to somebody who is not signed in', async () => {
  for (const url of [
    '/measures',
    `/measures/clicks?flight=${flight}`,
    `/flights/${flight}/facets`,
    `/funnels?flight=${flight}&step=a&step=b`,
  ]) {
    expect((await app.inject({ url })).statusCode).toBe(401);
  }
});

test('the catalogue has every metric with its parameters and what it tells across sessions', async () => {
  const { metrics } = (await get('/measures')).json();
  const rage = metrics.find(({ name }: { name: string }) => name === 'rage_episode');
  expect(rage).toMatchObject({ metric: 'rage_episode@1', unit: 'count', amounts: [{ amount: '', unit: 'count', parts: null }] });
  expect(rage.presets.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['PostHog', 'OpenReplay', 'Sentry', 'Highlight']),
  );
});

test('groups are described and compared', async () => {
  const told = await across('clicks?by=field:condition&points=5');
  expect(told).toMatchObject({ metric: 'clicks@1', unit: 'count', by: 'field:condition', groupsInAll: 2, progress: { state: 'idle' } });
  expect(told.groups.map(({ key, n, median, points }) => [key, n, median, points.length])).toEqual([
    ['c1', 20, 20, 5],
    ['c2', 20, 21, 5],
  ]);
  expect(told.groups[0]?.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(20);
  expect(told.comparison.pairs).toMatchObject([{ first: 0, second: 1, difference: { value: 1 }, test: 'mannWhitney' }]);
  expect(told.comparison.pairs[0]?.cliffsDelta?.value).toBeCloseTo(0.05, 12);
  expect(told.comparison.overall).toBeNull();
});

test('two filters are compared, and a metric of yes and no by its rate', async () => {
  const against = encodeURIComponent(`flight=${flight}&where=condition:c2`);
  const told = await across(`engaged_ga4?where=condition:c1&against=${against}`);
  expect(told.groups.map(({ key, sessions, rate }) => [key, sessions, rate?.n])).toEqual([
    ['A', 20, 20],
    ['B', 20, 20],
  ]);
  expect(told.comparison.pairs[0]?.test).toBe('fisher');
});

test('who was excluded counts for nothing, in both filters, until they are asked for or taken in again', async () => {
  const counted = async (more = '', moreOfOther = more) => [
    ...(await across(`clicks?${more}`)).groups.map(({ sessions }) => sessions),
    ...(
      await across(`clicks?where=condition:c2&against=${encodeURIComponent(`flight=${flight}&where=condition:c1${moreOfOther}`)}${more}`)
    ).groups.map(({ sessions }) => sessions),
    (await get(`/funnels?flight=${flight}&step=page:/&step=click:*buy${more}`)).json().groups[0].sessions,
  ];
  expect(await counted()).toEqual([40, 20, 20, 40]);
  await registry.registry.participants.change(participant.id, { excluded: { reason: 'slept' } });
  expect(await counted()).toEqual([39, 20, 19, 39]);
  expect(await counted('&excluded=true')).toEqual([40, 20, 20, 40]);
  expect(await counted('&excluded=true', '')).toEqual([40, 20, 19, 40]);
  expect(await counted('&excluded=only')).toEqual([1, 1, 1]);
  await registry.registry.participants.change(participant.id, { excluded: null });
  expect(await counted()).toEqual([40, 20, 20, 40]);
});

test('the session list has who was excluded, and says why; it can leave them out, or have them only', async () => {
  const listed = async (more = '') => {
    const { sessions, total } = (await get(`/sessions?flight=${flight}&limit=500${more}`)).json() as SessionPage;
    return [total, sessions.flatMap(({ notCounted }) => notCounted ?? [])];
  };
  const mark = { participant: participant.code, state: 'excluded', reason: 'slept' };
  expect(await listed()).toEqual([40, []]);
  await registry.registry.participants.change(participant.id, { excluded: { reason: 'slept' } });
  expect(await listed()).toEqual([40, [mark]]);
  expect(await listed('&excluded=true')).toEqual([40, [mark]]);
  expect(await listed('&excluded=false')).toEqual([39, []]);
  expect(await listed('&excluded=only')).toEqual([1, [mark]]);
  expect(await listed(`&excluded=only&where=participant:${participant.code}&where=participant:X`)).toEqual([1, [mark]]);
  expect(await listed('&excluded=only&where=participant:X')).toEqual([0, []]);
  expect((await get(`/sessions?flight=${flight}&excluded=maybe`)).statusCode).toBe(400);
  const [{ id = '' } = {}] = ((await get(`/sessions?flight=${flight}&excluded=only`)).json() as SessionPage).sessions;
  expect(((await get(`/sessions/${id}`)).json() as SessionDetail).session.notCounted).toEqual(mark);
  await registry.registry.participants.change(participant.id, { excluded: null });
  expect(await listed('&excluded=only')).toEqual([0, []]);
});

describe('other parameters', () => {
  const put = (metric: string, payload: object) =>
    app.inject({ method: 'PUT', url: `/flights/${flight}/measure-settings/${metric}`, headers, payload });

  /** What the page of the session with the most clicks says. */
  const ofLongest = async () => {
    const { sessions } = (await get(`/sessions?flight=${flight}&sort=clicks&limit=1`)).json() as SessionPage;
    const { metrics } = (await get(`/sessions/${sessions[0]?.id}`)).json() as SessionDetail;
    return metrics.find(({ metric }) => metric === 'rage_episode@1');
  };

  test('are measured anew, and given back; a session says the same as all of them', async () => {
    expect((await across('rage_episode?')).groups[0]?.median).toBe(1);
    const set = (await put('rage_episode', { preset: 'Highlight' })).json() as MeasureSettings;
    expect(set.settings).toMatchObject([{ metric: 'rage_episode', preset: 'Highlight', parameters: { least: 5 } }]);
    await measuring.settled();
    const told = await across('rage_episode?');
    expect(told).toMatchObject({ preset: 'Highlight', parameters: { least: 5, gapMs: 2_000 } });
    expect(told.groups[0]?.measured).toBe(SESSIONS);
    expect(await ofLongest()).toMatchObject({ parameters: { least: 5, gapMs: 2_000 }, value: 1 });
    expect((await put('rage_episode', { parameters: { least: SESSIONS + 1 } })).json().settings).toHaveLength(1);
    expect(await ofLongest()).toMatchObject({ parameters: { least: SESSIONS + 1, gapMs: 1_000 }, value: 0 });
    expect((await put('rage_episode', {})).json().settings).toEqual([]);
    expect(await ofLongest()).toMatchObject({ parameters: { least: 3 }, value: 1 });
    await measuring.settled();
    expect((await across('rage_episode?')).preset).toBeNull();
  });

  test.each([
    ['rage_episode', { preset: 'Nobody' }, 'preset', 'preset: rage_episode has'],
    ['rage_clicks.seed', { parameters: { windowMs: -5 } }, 'parameters', 'windowMs must be a number of at least 0, got -5'],
    ['rage_clicks.seed', { parameters: { window: 5 } }, 'parameters', 'has no parameter "window"; expected windowMs'],
  ])('%s of %j are refused', async (metric, payload, field, message) => {
    const answer = await put(metric, payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: 'badRequest', field, message: expect.stringContaining(message) });
  });
});

test.each([
  ['where=condition:c1', 'where=condition:c2', 0],
  ['where=condition:c1', 'where=condition:c1', 20],
  ['', 'where=condition:c2', 20],
  ['minEvents=10', 'where=condition:c1', 16],
  ['did=click', 'did=click&sequence=event:pageView', 40],
  ['', 'flight=another', 0],
])('sessions that both %j and %j mean are counted', async (one, other, inBoth) => {
  const against = encodeURIComponent(other.startsWith('flight=') ? other : `flight=${flight}&${other}`);
  expect((await get(`/measures/clicks?flight=${flight}&${one}&against=${against}`)).json()).toMatchObject({ inBoth, by: 'against' });
});

test.each([
  ['/measures/nothing?', 404, 'There is no metric'],
  ['/measures/clicks?by=colour&', 400, 'by: expected all, field:NAME'],
  ['/measures/clicks?by=part&', 400, 'by: expected all'],
  ['/measures/page_dwell_wall?amount=depth&', 400, 'amount: expected one of "dwellMs", got "depth"'],
  ['/measures/viewport_time_map?', 400, 'says nothing across sessions'],
  ['/measures/clicks?against=device%3Dfridge&', 400, 'against: expected a filter'],
  ['/heatmaps/points?kind=click&path=/&against=device%3Dfridge&', 400, 'against: expected a filter'],
  ['/funnels?step=event:a&', 400, 'step'],
  ['/funnels?step=event:a&step=event:b&by=moon&', 400, 'by: expected'],
])('%s is answered %d: %s', async (url, status, message) => {
  const answer = await get(`${url}flight=${flight}`);
  expect(answer.statusCode).toBe(status);
  expect(answer.json().message).toContain(message);
});

test('a funnel tells who went on, with intervals; what can be filtered by is told by the data', async () => {
  const { groups } = (await get(`/funnels?flight=${flight}&step=page:/&step=click:*buy`)).json();
  expect(groups).toMatchObject([{ key: '', sessions: SESSIONS, steps: [{ sessions: SESSIONS }, { sessions: SESSIONS, medianMs: 100 }] }]);
  const facets = (await get(`/flights/${flight}/facets`)).json() as FlightFacets;
  expect(facets.fields[0]).toEqual({
    field: 'condition',
    distinct: 2,
    values: [
      { value: 'c1', sessions: 20 },
      { value: 'c2', sessions: 20 },
    ],
  });
});

test('measuring can be stopped, and says so until it is started again', async () => {
  expect((await app.inject({ method: 'DELETE', url: `/flights/${flight}/measuring`, headers })).json()).toMatchObject({
    state: 'cancelled',
  });
  expect((await get(`/flights/${flight}/measuring`)).json().state).toBe('cancelled');
  await app.inject({ method: 'POST', url: `/flights/${flight}/measuring`, headers, payload: {} });
  await measuring.settled();
  expect((await get(`/flights/${flight}/measuring`)).json().state).toBe('idle');
});
