import { randomUUID } from 'node:crypto';
import type { SessionId, TabId, VisitorId } from '@sightline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine, testRemoteEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { foldSessions, markFolded } from './fold-sessions.ts';
import { createStore, type Store } from './index.ts';

const SESSIONS = Array.from({ length: 4 }, () => randomUUID() as SessionId);
const TABS = Array.from({ length: 3 }, () => randomUUID() as TabId);
const FOREIGN_TAB = 2;
const VISITORS = [null, randomUUID() as VisitorId, randomUUID() as VisitorId];
const PAGES = ['/', '/list', '/item/1', '/item/2'];
const NAMES = ['pageView', 'pageView', 'addToCart', 'purchase', 'click', 'presence', 'scroll'] as const;
const TYPES = { pageView: 'browserEvent', click: 'interactionEvent', presence: 'statusEvent', scroll: 'browserEvent' } as const;
const ALL = Number.MAX_SAFE_INTEGER / 1_000;

const anEvent = fc.record({
  name: fc.constantFrom(...NAMES),
  page: fc.constantFrom(...PAGES),
  at: fc.integer({ min: 0, max: 40 }),
  isInteraction: fc.boolean(),
  condition: fc.constantFrom('a', 'b'),
});
const aLoad = fc.record({
  type: fc.constant('load' as const),
  session: fc.nat(SESSIONS.length - 1),
  tab: fc.nat(TABS.length - 1),
  visitor: fc.nat(VISITORS.length - 1),
  events: fc.array(anEvent, { maxLength: 5 }),
});
const anAction = fc.oneof(
  { weight: 5, arbitrary: aLoad },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fold' as const), share: fc.constantFrom(1, 0.5) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('again' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('erase' as const), session: fc.nat(SESSIONS.length - 1) }) },
);

/** What questions about sessions answer of a flight. */
async function answers(store: Store, flight: string) {
  const filter = { flight };
  const steps = ['page:/', 'event:addToCart', 'page:/item/*'];
  const { sessions: listed } = await store.listSessions({ flight, sort: 'events' });
  return {
    listed: listed.map(({ flight: _flight, ...session }) => session),
    sorted: await Promise.all(
      (['startedAt', 'clicks', 'activeMs', 'durationMs'] as const).map(async (sort) =>
        (await store.listSessions({ flight, sort, descending: false })).sessions.map(({ id }) => id),
      ),
    ),
    filtered: await Promise.all(
      [
        { where: ['condition:a'] },
        { page: ['/item/*'] },
        { did: ['click', 'purchase'] },
        { didNot: ['click'] },
        { minEvents: 3 },
        { search: 'B' },
        { sequence: steps },
      ].map(async (one) => (await store.listSessions({ flight, ...one })).sessions.map(({ id }) => id)),
    ),
    funnel: await store.funnel({ filter, steps, by: { type: 'field', field: 'condition' }, groups: 5 }),
    quick: await store.funnel({ filter, steps, within: 1_500, by: { type: 'all' }, groups: 5 }),
    clicked: await store.funnel({ filter, steps: ['page:/', 'click:*', 'event:click', 'page:/list'], by: { type: 'device' }, groups: 5 }),
    clickedFirst: await store.funnel({ filter, steps: ['click:*b1', 'click:*'], within: 900, by: { type: 'all' }, groups: 5 }),
    paths: await store.paths({ filter, limit: 20 }),
    pages: await store.pageTable({ flight }),
    overview: await store.overview({ flight, to: BEGIN + 100_000 }),
    retention: await store.retention({ filter, unit: 'day' }),
    facets: await store.flightFacets(flight),
    totals: await store.flightTotals(flight),
    visitors: await store.listVisitors({ flights: [flight] }),
    participants: await store.participantSessions({ flight, field: 'condition', completedEvent: 'purchase' }),
    quality: await store.sessionQuality({ flight, flagsBy: { version: 1, parameters: '' } }),
  };
}

// Most questions there are, so that those of both engines are known to answer the same; other suites ask the embedded one alone.
describe.each([
  { kind: 'embedded', create: async (): Promise<Engine> => testEmbeddedEngine(), runs: 2 },
  { kind: 'remote', create: async (): Promise<Engine> => testRemoteEngine(), runs: 1 },
])('folded sessions on the $kind engine', ({ create, runs }) => {
  const scratch = scratchDirectory();
  let now = BEGIN + 60_000;
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await create();
    store = createStore({ engine, now: () => now, log: { info: () => undefined } });
    await store.open();
  });
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });
  const foldOnly = async (flight: string, upTo: number) => {
    const deps = { engine, now: () => now };
    let last = await foldSessions(deps, { flight, upTo });
    while (last !== undefined) last = await foldSessions(deps, { flight, upTo, after: last });
    await markFolded(deps, { flight, upTo });
  };
  const arrived = async () => {
    const answer = await engine.use((client) => client.query({ query: 'SELECT max(arrival) AS last FROM tabs', format: 'JSONEachRow' }));
    return Number((await answer.json<{ last: string }>())[0]?.last ?? 0);
  };

  test('questions answer the same whatever was folded when, and whatever came, came again or was erased since', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAction, { minLength: 3, maxLength: 9 }), async (actions) => {
        const folded = `folded-${randomUUID()}` as Batch['flight'];
        const plain = `plain-${randomUUID()}` as Batch['flight'];
        const segments: { path: string; token: string }[] = [];
        for (const action of actions) {
          now += 1_000;
          if (action.type === 'load') {
            // What comes again is what came: a number is given once.
            const sequence = segments.length * 10;
            const events = action.events.map(({ name, page, at, isInteraction, condition }, index) =>
              eventRow(sequence + index, {
                name,
                type: name in TYPES ? TYPES[name as keyof typeof TYPES] : isInteraction ? 'interactionEvent' : 'customEvent',
                at: BEGIN + at * 250,
                url: `https://shop.example${page}`,
                details: name === 'presence' ? { state: 'active', lengthMs: at * 10 } : { title: page, referrer: 'https://found.example/' },
                applicationSpecificData: { condition },
              }),
            );
            const of = {
              session: SESSIONS[action.session] as SessionId,
              tab: TABS[action.tab] as TabId,
              visitor: VISITORS[action.visitor] ?? null,
              // A tab speaks one dialect; a session may hold tabs of several.
              dialect: action.tab === FOREIGN_TAB ? ('logui' as const) : ('native' as const),
              events,
            };
            const segment = segmentOf(scratch.path, [batch({ ...of, flight: folded }), batch({ ...of, flight: plain })]);
            segments.push(segment);
            await store.load(segment);
          } else if (action.type === 'again') {
            const segment = segments[action.which % Math.max(1, segments.length)];
            if (segment) await store.load({ ...segment, token: `${segment.token}-${randomUUID()}` });
          } else if (action.type === 'erase') {
            const sessions = [SESSIONS[action.session] as SessionId];
            for (const flight of [folded, plain]) await store.eraseSessions({ flight, sessions });
          } else await foldOnly(folded, Math.max(0, (await arrived()) - (action.share === 1 ? 0 : 2_500_000)));
        }
        await expect(answers(store, folded)).resolves.toEqual(await answers(store, plain));
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }, 120_000);

  test('a session is read as it was folded until something comes of it', async () => {
    const flight = `f-${randomUUID()}` as Batch['flight'];
    const of = batch({ flight, events: [eventRow(0), eventRow(1)] });
    now += 1_000;
    await store.load(segmentOf(scratch.path, [of]));
    await store.fold({ before: ALL });
    const folded = await engine.use((client) =>
      client.query({ query: `SELECT session, events FROM sessions WHERE flight = '${flight}' AND events > 0`, format: 'JSONEachRow' }),
    );
    expect(await folded.json()).toEqual([{ session: of.session, events: 2 }]);
    now += 1_000;
    await store.load(segmentOf(scratch.path, [{ ...of, events: [eventRow(2)] }]));
    expect((await store.listSessions({ flight })).sessions).toMatchObject([{ id: of.session, events: 3, clicks: 3 }]);
  });

  test.each([
    ['nothing since', 0, 1],
    ['something a moment before', 1, 0],
  ])('folds sessions of which nothing came since an instant: %s', async (_what, ms, expected) => {
    const flight = `f-${randomUUID()}` as Batch['flight'];
    now += 10_000;
    await store.load(segmentOf(scratch.path, [batch({ flight, events: [eventRow(0)] })]));
    await store.fold({ before: now - ms });
    const answer = await engine.use((client) =>
      client.query({ query: `SELECT count() AS rows FROM sessions WHERE flight = '${flight}' AND events > 0`, format: 'JSONEachRow' }),
    );
    expect(Number((await answer.json<{ rows: number | string }>())[0]?.rows)).toBe(expected);
  });
});
