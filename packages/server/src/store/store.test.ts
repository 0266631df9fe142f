import { randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { focusedElements, measure, METRICS, rageClicks, searchMaxRank, sights } from '@sightline/metrics';
import type { SessionId, SessionQuery, TabId, VisitorId } from '@sightline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, FLIGHT, segmentOf } from '../../test/batches.ts';
import { exportedEvents } from '../../test/exported-events.ts';
import { scratchDirectory, testEmbeddedEngine, testRemoteEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { allEvents } from '../recording/all-events.ts';
import { createStore, type Store } from './index.ts';

const collect = async <Item>(items: AsyncIterable<Item> | Iterable<Item>): Promise<Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const session = () => randomUUID() as SessionId;
const newTab = () => randomUUID() as TabId;
const flight = () => `f-${randomUUID()}` as Batch['flight'];

const chunk = (sequence: number) => ({
  sequence,
  at: BEGIN + sequence,
  until: BEGIN + sequence,
  offsetMs: 0,
  count: 1,
  snapshot: false,
  encoding: 'json' as const,
  events: [{ type: 3, data: { text: `"${sequence}\n` }, timestamp: BEGIN + sequence }],
});
const aside = (index: number, body: string) => ({ sequence: null, reason: `event ${index}: eventName is missing`, body });
const CLICKS = { click: ['path'] };
const keys = (events: { tab: string; sequence: number }[]) => events.map((event) => `${event.tab}.${event.sequence}`).toSorted();

const AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; SM-X900) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
];

describe.each([
  { kind: 'embedded', create: async (): Promise<Engine> => testEmbeddedEngine() },
  { kind: 'remote', create: async (): Promise<Engine> => testRemoteEngine() },
])('the store on the $kind engine', ({ create }) => {
  const scratch = scratchDirectory();
  let now = BEGIN + 2_000;
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await create();
    store = createStore({ engine, now: () => now, log: { info: () => undefined } });
  });
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });
  const load = (...batches: Batch[]) => store.load(segmentOf(scratch.path, batches));
  const eventsOf = async (key: { session: string }) =>
    JSON.parse(`[${(await collect((await allEvents(store, key)) ?? [])).join('')}]`) as unknown[];

  test('gives back an event as it came', async () => {
    const of = batch({
      session: session(),
      events: [
        eventRow(0, {
          type: 'customEvent',
          name: 'tab\there "quoted" 😀',
          pageView: randomUUID() as never,
          details: {
            a: { path: 'x' },
            path: 'main > a[title="ü\\"]',
            n: 1e21,
            list: [1, null, { deep: '\u0001\u0002\u2028' }],
            element: 'e',
          },
          metadata: [
            { name: 'empty', value: '' },
            { name: 'zero', value: 0 },
          ],
          applicationSpecificData: { condition: 'b', 'k"': [true] },
          extra: { timestamps: { sinceLogUILoadMillis: null } },
        }),
        eventRow(1, { details: { path: 'plain > path', element: 'other' }, monotonicAt: null }),
        eventRow(2, { details: { element: 'lifted > element', duration_ms: 120.5 }, monotonicAt: 1234.5678 }),
        eventRow(3, { details: { nested: { path: 'same' }, path: 'same' }, url: 'half \ud800' }),
        eventRow(4, { details: {}, epoch: 65_535, sequence: 4_294_967_295 }),
      ],
    });
    await load(of);
    const { events } = await store.sessionEvents({ session: of.session });
    expect(events).toEqual(
      of.events.map((event) => ({
        ...event,
        extra: undefined,
        // Half a surrogate pair is no text in UTF-8: it is kept as its escape.
        url: event.url.replace('\ud800', String.raw`\ud800`),
        session: of.session,
        tab: of.tab,
        receivedAt: of.receivedAt,
        dialect: 'native',
        ...(event.monotonicAt === 1234.5678 ? { monotonicAt: 1234.568 } : {}),
      })),
    );
    const exported = await exportedEvents(store, { flight: FLIGHT, session: of.session });
    expect(exported.map(({ extra }) => extra)).toEqual(of.events.map(({ extra }) => extra));
    expect(exported[0]).toMatchObject({ application: of.application, flight: FLIGHT, sessionRef: of.session, sinceSessionStartMs: 0 });
    expect(exported).toEqual(events.map((event) => expect.objectContaining(event)));
  });

  test('gives back places of the page as they came, which are kept once, also to metrics', async () => {
    const places = [
      { path: 'a > b', x: 1, y: 2, pageX: 381, pageY: 3847, trusted: true },
      { pageX: 381, pageY: 3847 },
      { pageX: 381.5, pageY: 3847.25, element: 'e' },
      { pageX: 381, pageY: 3847.25 },
      { pageX: -3, pageY: 0, after: 'last' },
      { pageX: -0.25, pageY: 1e21 },
      { pageY: 2, pageX: 1 },
      { pageX: 7, between: 1, pageY: 8 },
      { nested: { pageX: 5, pageY: 6 }, pageX: 5, pageY: 6 },
      { pageX: '5', pageY: 6, x: 5, y: 6 },
      { text: '"pageX":5,"pageY":6', x: 5, y: 6 },
      { x: 5, y: 6, path: 'p' },
    ];
    const of = batch({ session: session(), events: places.map((details, sequence) => eventRow(sequence, { details })) });
    await load(of);
    const { events } = await store.sessionEvents({ session: of.session });
    expect(events.map(({ details }) => details)).toEqual(places);
    expect((await exportedEvents(store, { flight: FLIGHT, session: of.session })).map(({ details }) => details)).toEqual(places);
    const seen = await store.sessionEventsForMetrics({ session: of.session, sees: { click: ['pageX', 'pageY'] } });
    expect(seen.map(({ details }) => details)).toEqual(places);
  });

  test('a segment loaded again changes nothing', async () => {
    const of = batch({ events: [eventRow(0), eventRow(1)], refused: [{ sequence: 2, reason: 'no name', body: '{}' }] });
    const segment = segmentOf(scratch.path, [of]);
    for (let again = 0; again < 3; again += 1) await store.load(segment);
    expect(await store.sessionSummary({ session: of.session })).toMatchObject({ events: 2, clicks: 2 });
    expect((await store.sessionEvents({ session: of.session })).events).toHaveLength(2);
    expect(await store.sessionCompleteness({ session: of.session })).toMatchObject([{ expected: 3, stored: 2, refused: 1, missing: [] }]);
  });

  test('an event that comes again, in another batch and segment and with another time, is stored once, as it came first', async () => {
    const of = batch({ events: [eventRow(0), eventRow(1), eventRow(2)] });
    const again = (changes: Partial<Batch>, ...events: Batch['events']) => ({
      ...of,
      fresh: false,
      receivedAt: of.receivedAt + 9_000,
      ...changes,
      events,
    });
    await load(of, again({ fresh: true }, eventRow(1, { at: BEGIN + 7 })));
    const before = await store.sessionEvents({ session: of.session });
    await load(again({}, eventRow(0, { at: BEGIN + 9 }), eventRow(1)), again({}, eventRow(2), eventRow(3)));
    const { events } = await store.sessionEvents({ session: of.session });
    expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
    expect(events[0]?.at).toBe(BEGIN);
    expect((await store.sessionEvents({ session: of.session, after: before.cursor })).events.map(({ sequence }) => sequence)).toEqual([3]);
    expect((await store.sessionEventsForMetrics({ session: of.session, sees: CLICKS })).map(({ sequence }) => sequence)).toEqual([
      0, 1, 2, 3,
    ]);
    expect(await exportedEvents(store, { flight: FLIGHT, session: of.session })).toHaveLength(4);
    expect(await store.sessionSummary({ session: of.session })).toMatchObject({ events: 4, clicks: 4 });
  });

  test('gives metrics what they look at, in time order, whatever the details are', async () => {
    const of = session();
    const tabs = [newTab(), newTab()];
    const details = [
      {},
      { path: 'a' },
      { path: '' },
      { path: 7 },
      { path: 'p > a[title="ü\\"]', tag: 'a' },
      { deep: { path: 'a' }, path: 'a' },
      { path: 'both', element: 'e', duration_ms: 4 },
      { element: 'e', duration_ms: 120.55 },
      { element: null, duration_ms: 'long' },
      { element: 'only' },
      { duration_ms: 3 },
    ];
    const events = details.flatMap((each, index) => [
      eventRow(index * 3, { details: each, at: BEGIN + ((index * 7) % 5) * 100 }),
      eventRow(index * 3 + 1, { name: 'gaze_fixation', details: each, at: BEGIN + ((index * 3) % 4) * 100 }),
      eventRow(index * 3 + 2, { name: 'scroll', details: each, at: BEGIN + ((index * 5) % 7) * 100 }),
    ]);
    const search = [
      eventRow(200, { name: 'query', details: { query: 'rome' }, at: BEGIN + 50 }),
      eventRow(201, { details: { name: 'result' }, metadata: [{ name: 'rank', value: '3' }], at: BEGIN + 60 }),
    ];
    const ends = [eventRow(100, { name: 'pageView', at: BEGIN - 50 }), eventRow(101, { name: 'pageLeft', at: BEGIN + 9_000 })];
    await load(
      ...tabs.map((each, index) => batch({ session: of, tab: each, events: index === 0 ? events : [...events, ...search, ...ends] })),
    );
    const read = await store.sessionEventsForMetrics({ session: of, sees: sights(METRICS) });
    const whole = (await store.sessionEvents({ session: of })).events;
    expect(measure(read, ...METRICS)).toEqual(measure(whole, ...METRICS));
    expect(measure(read, searchMaxRank)).toEqual([3]);
    expect(read.map(({ at }) => at)).toEqual(read.map(({ at }) => at).toSorted((a, b) => a - b));
    const few = await store.sessionEventsForMetrics({ session: of, sees: sights([rageClicks, focusedElements]) });
    expect(new Set(few.map(({ name }) => name))).toEqual(new Set(['click', 'gaze_fixation', 'pageView', 'pageLeft']));
    expect(await store.sessionEventsForMetrics({ session: session(), sees: CLICKS })).toEqual([]);
  });

  test('pages of events end where the next begins, and later arrivals follow', async () => {
    const of = batch({ events: Array.from({ length: 25 }, (_, sequence) => eventRow(sequence)) });
    const other = { ...of, tab: newTab(), events: [eventRow(0, { at: BEGIN - 60_000 })] };
    await load(of);
    const seen: string[] = [];
    let cursor = '';
    for (let more = true; more;) {
      const page = await store.sessionEvents({ session: of.session, after: cursor, limit: 10 });
      seen.push(...page.events.map((event) => `${event.tab}${event.sequence}`));
      ({ cursor, more } = page);
    }
    now -= 3_600_000;
    await load(other);
    now += 3_600_000;
    const late = await store.sessionEvents({ session: of.session, after: cursor });
    expect(new Set(seen).size).toBe(25);
    expect(late.events.map((event) => event.tab)).toEqual([other.tab]);
    expect(await store.sessionEvents({ session: of.session, after: late.cursor })).toEqual({
      events: [],
      cursor: late.cursor,
      more: false,
    });
    await expect(store.sessionEvents({ session: of.session, after: "1.x' OR 1" })).rejects.toThrow(/after must be the cursor/);
  });

  test('summarises a session over its tabs', async () => {
    const of = session();
    const visitor = randomUUID() as VisitorId;
    await load(
      batch({
        session: of,
        sessionRef: 'their-name',
        visitor,
        receivedAt: now - 1,
        events: [eventRow(0, { name: 'pageView', url: 'https://example.org/in' }), eventRow(1)],
      }),
      batch({ session: of, sessionRef: 'their-name', visitor, events: [eventRow(30, { applicationSpecificData: { condition: 'late' } })] }),
    );
    const summary = await store.sessionSummary({ session: of });
    expect(summary).toEqual({
      id: of,
      ref: 'their-name',
      flight: FLIGHT,
      visitor,
      startedAt: BEGIN,
      lastAt: BEGIN + 3_000,
      durationMs: 3_000,
      openMs: null,
      visibleMs: null,
      activeMs: null,
      events: 3,
      clicks: 2,
      pageViews: 1,
      tabs: 2,
      entryUrl: 'https://example.org/in',
      agent: 'Test/1.0',
      dialect: 'native',
      applicationSpecificData: { condition: 'late' },
      live: true,
    });
    expect(await store.sessionSummary({ session: session() })).toBeUndefined();
  });

  describe('lists sessions', () => {
    const of = flight();
    const ids = Array.from({ length: 5 }, session);
    beforeAll(() =>
      load(
        ...ids.map((id, index) =>
          batch({
            flight: of,
            session: id,
            receivedAt: index === 4 ? now : BEGIN - 600_000,
            visitor: randomUUID() as VisitorId,
            agent: AGENTS[index % 3] ?? '',
            events: Array.from({ length: index + 1 }, (_, sequence) =>
              eventRow(sequence, {
                at: BEGIN + (4 - index) * 10_000 + sequence,
                name: sequence === 0 ? 'pageView' : 'click',
                url: `https://example.org/Page-${index}`,
                applicationSpecificData: { participant: `Ünal ${index}`, condition: index % 2 === 0 ? 'c1' : 'c2', step: index },
              }),
            ),
          }),
        ),
      ),
    );

    test.each([
      [{}, [0, 1, 2, 3, 4]],
      [{ descending: false }, [4, 3, 2, 1, 0]],
      [{ sort: 'events' as const }, [4, 3, 2, 1, 0]],
      [{ sort: 'clicks' as const, descending: false }, [0, 1, 2, 3, 4]],
      [{ sort: 'durationMs' as const }, [4, 3, 2, 1, 0]],
      [{ sort: 'lastAt' as const }, [0, 1, 2, 3, 4]],
      [{ minEvents: 4 }, [3, 4]],
      [{ live: true }, [4]],
      [{ live: false }, [0, 1, 2, 3]],
      [{ from: BEGIN + 20_000 }, [0, 1, 2]],
      [{ to: BEGIN + 20_000 }, [3, 4]],
      [{ search: 'page-3' }, [3]],
      [{ search: 'ÜNAL 2' }, [2]],
      [{ search: 'participant' }, []],
      [{ search: ids[1]?.slice(2, 20).toUpperCase() ?? '' }, [1]],
      [{ search: "' OR 1=1 --" }, []],
      [{ where: ['condition:c2'] }, [1, 3]],
      [{ where: ['condition:c1', 'condition:c2', 'step:3', 'step:4'] }, [3, 4]],
      [{ where: ['condition:c'] }, []],
      [{ where: ['colour:'] }, [0, 1, 2, 3, 4]],
      [{ where: ["condition:' OR 1=1 --"] }, []],
      [{ did: ['click'] }, [1, 2, 3, 4]],
      [{ did: ['click', 'pageView', 'click'] }, [1, 2, 3, 4]],
      [{ did: ['click', 'never'] }, []],
      [{ didNot: ['click'] }, [0]],
      [{ page: ['/Page-1', '/Page-2'] }, [1, 2]],
      [{ page: ['/Page-*'], did: ['click'], minEvents: 5 }, [4]],
      [{ page: ['/Page'] }, []],
      [{ device: ['desktop'] }, [0, 3]],
      [{ device: ['phone', 'tablet'] }, [1, 2, 4]],
      [{ device: ['tablet'], live: false, sort: 'events' as const }, [2]],
    ])('%j', async (query, expected) => {
      const page = await store.listSessions({ flight: of, ...(query as Partial<SessionQuery>) });
      expect(page.sessions.map(({ id }) => ids.indexOf(id as SessionId))).toEqual(expected);
      expect(page.total).toBe(expected.length);
    });

    test.each([
      [0, [0, 1]],
      [2, [2, 3]],
      [4, [4]],
      [9, []],
    ])('page from %i', async (offset, expected) => {
      const page = await store.listSessions({ flight: of, offset, limit: 2 });
      expect(page.sessions.map(({ id }) => ids.indexOf(id as SessionId))).toEqual(expected);
      expect(page.total).toBe(5);
    });

    test('tells what they can be filtered by', async () => {
      const facets = await store.flightFacets(of);
      expect(facets.fields.map(({ field, distinct }) => [field, distinct])).toEqual([
        ['condition', 2],
        ['participant', 5],
        ['step', 5],
      ]);
      expect(facets.fields[0]?.values).toEqual([
        { value: 'c1', sessions: 3 },
        { value: 'c2', sessions: 2 },
      ]);
      expect(facets.fields[2]?.values.map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4']);
      expect(facets.devices).toContainEqual({ device: 'tablet', sessions: 1 });
      expect(facets.events).toEqual([
        { name: 'click', events: 10 },
        { name: 'pageView', events: 5 },
      ]);
      expect(facets.pages).toContainEqual({ path: '/Page-3', views: 1 });
      expect(await store.flightFacets(flight())).toEqual({ fields: [], devices: [], events: [], pages: [] });
    });

    test('counts them by flight', async () => {
      expect(await store.flightTotals(of)).toEqual({ lastEventAt: now, eventsLastMinute: 5, refusedLastHour: 0, sessions: 5, events: 15 });
      expect(await store.flightTotals('nothing')).toEqual({
        lastEventAt: null,
        eventsLastMinute: 0,
        refusedLastHour: 0,
        sessions: 0,
        events: 0,
      });
    });
  });

  test('lists the longest page there may be', async () => {
    const of = flight();
    await load(...Array.from({ length: 501 }, () => batch({ flight: of, events: [eventRow(0)] })));
    const page = await store.listSessions({ flight: of, limit: 500 });
    expect(page.total).toBe(501);
    expect(new Set(page.sessions.map(({ id }) => id)).size).toBe(500);
  });

  test('tells what is missing, tab by tab', async () => {
    const of = session();
    const gaps = batch({
      session: of,
      events: [1, 2, 5, 9].map((sequence) => eventRow(sequence)),
      refused: [{ sequence: 7, reason: 'r', body: 'b' }],
    });
    const whole = batch({
      session: of,
      receivedAt: BEGIN + 5_000,
      events: Array.from({ length: 100 }, (_, sequence) => eventRow(99 - sequence)),
    });
    const foreign = batch({
      session: of,
      receivedAt: BEGIN + 6_000,
      dialect: 'unt',
      events: [eventRow(7)],
      refused: [
        { sequence: null, reason: 'r', body: 'b' },
        { sequence: null, reason: 'r', body: 'b' },
      ],
    });
    await load(gaps, whole, foreign);
    expect(await store.sessionCompleteness({ session: of })).toEqual([
      {
        tab: gaps.tab,
        expected: 10,
        stored: 4,
        refused: 1,
        missing: [
          { from: 0, to: 0 },
          { from: 3, to: 4 },
          { from: 6, to: 6 },
          { from: 8, to: 8 },
        ],
      },
      { tab: whole.tab, expected: 100, stored: 100, refused: 0, missing: [] },
      { tab: foreign.tab, expected: null, stored: 1, refused: 2, missing: [] },
    ]);
    expect((await store.incompleteTabs()).filter((each) => each.session === of)).toEqual([
      { flight: FLIGHT, session: of, tab: gaps.tab, expected: 10, stored: 4, refused: 1, missing: 5 },
    ]);
  });

  test('a refused event is no gap, wherever it is asked', async () => {
    const refused = [1, 2, 4_294_967_295].map((sequence) => ({ sequence, reason: 'r', body: 'b' }));
    const of = batch({ events: [eventRow(0), eventRow(3)], refused: refused.slice(0, 2) });
    const last = batch({ events: [eventRow(4_294_967_294)], refused: refused.slice(2) });
    await load(of, last);
    expect(await store.sessionCompleteness({ session: of.session })).toEqual([
      { tab: of.tab, expected: 4, stored: 2, refused: 2, missing: [] },
    ]);
    expect(await store.sessionCompleteness({ session: last.session })).toEqual([
      { tab: last.tab, expected: 4_294_967_296, stored: 1, refused: 1, missing: [{ from: 0, to: 4_294_967_293 }] },
    ]);
    const incomplete = (await store.incompleteTabs()).map((each) => each.tab);
    expect(incomplete).toContain(last.tab);
    expect(incomplete).not.toContain(of.tab);
  });

  test('an event that was refused without a number counts once, however often its batch comes', async () => {
    const of = batch({ refused: [aside(0, '{"timestamp":1}'), aside(1, '{"timestamp":1}'), aside(2, '{"timestamp":2}')] });
    await load(of);
    await load({ ...of, receivedAt: of.receivedAt + 5_000, fresh: false, refused: of.refused.slice(1) });
    expect(await store.sessionCompleteness({ session: of.session })).toMatchObject([{ expected: 0, stored: 0, refused: 3, missing: [] }]);
  });

  test('plays a recording back in order, each chunk once', async () => {
    const of = session();
    const first = batch({ session: of, recordings: [chunk(1), chunk(0)] });
    await load(first, { ...first, fresh: false, recordings: [chunk(1), chunk(2)] });
    expect(await eventsOf({ session: of })).toEqual([0, 1, 2].flatMap((sequence) => chunk(sequence).events));
    expect(await store.sessionSummary({ session: of })).toMatchObject({ events: 0, startedAt: BEGIN });
  });

  test('keeps a compressed chunk compressed, on a clock with an offset, and numbers it apart from the events', async () => {
    const of = session();
    const events = [{ type: 2, data: { node: {} }, timestamp: BEGIN }];
    const zipped = {
      ...chunk(0),
      offsetMs: -250,
      snapshot: true,
      encoding: 'gzip' as const,
      events: gzipSync(JSON.stringify(events)).toString('base64'),
    };
    const broken = { ...chunk(1), encoding: 'gzip' as const, events: 'no base64!' };
    await load(batch({ session: of, events: [eventRow(0)], recordings: [zipped, broken] }));
    expect(await store.recordingIndex({ session: of })).toMatchObject([
      { place: 0, numbered: 1, at: BEGIN, offsetMs: -250, count: 1, snapshot: true, bytes: gzipSync(JSON.stringify(events)).length },
      { place: 1, bytes: 0 },
    ]);
    expect(await eventsOf({ session: of })).toEqual(events);
  });

  test('a session’s certificate names the chunks that are missing, and those that came and could not be read', async () => {
    const of = batch({ recordings: [chunk(0), chunk(1), chunk(4)], refused: [{ kind: 'recording', ...aside(0, 'b'), sequence: 2 }] });
    await load(of, { ...of, events: [eventRow(2)], recordings: [] });
    expect(await store.sessionCompleteness({ session: of.session })).toMatchObject([
      { expected: 3, stored: 1, refused: 0, recording: { expected: 5, stored: 3, missing: [{ from: 3, to: 3 }], refused: 1, told: [] } },
    ]);
    const lost = {
      name: 'recordingChanged',
      details: {
        state: 'paused',
        reason: 'full',
        missing: [
          { from: 3, to: 3 },
          { from: 5, to: 6 },
        ],
      },
    };
    await load({ ...of, refused: [], recordings: [], events: [eventRow(3, lost)] });
    const [tab] = await store.sessionCompleteness({ session: of.session });
    expect(tab?.recording).toMatchObject({
      expected: 7,
      missing: [
        { from: 3, to: 3 },
        { from: 5, to: 6 },
      ],
      told: [
        { from: 3, to: 3 },
        { from: 5, to: 6 },
      ],
    });
    const incomplete = await store.incompleteRecordings();
    expect(incomplete.filter((each) => each.session === of.session)).toMatchObject([{ expected: 5, stored: 3, refused: 1, missing: 1 }]);
  });

  test('chunks that nobody numbered are one lane in the order of their times, whichever tab the door gave them', async () => {
    const of = session();
    const first = batch({
      session: of,
      dialect: 'recording-backend',
      recordings: [
        { ...chunk(7), at: BEGIN + 50 },
        { ...chunk(8), at: BEGIN + 20 },
      ],
    });
    await load(first);
    await load(
      batch({
        session: of,
        dialect: 'recording-backend',
        recordings: [
          { ...chunk(0), at: BEGIN + 90 },
          { ...chunk(1), at: BEGIN + 10 },
        ],
      }),
    );
    const index = await store.recordingIndex({ session: of });
    expect(index.map(({ at }) => at - BEGIN)).toEqual([10, 20, 50, 90]);
    expect(new Set(index.map(({ lane }) => lane))).toEqual(new Set([first.tab]));
    const [, second, third] = index;
    const middle = { session: of, from: second?.place ?? 0, to: third?.place ?? 0 };
    const range = await store.recordedRange({ ...middle, lane: first.tab });
    expect(range.chunks.map(({ at, body }) => [at - BEGIN, body.encoding])).toEqual([
      [20, 'json'],
      [50, 'json'],
    ]);
    expect(range.next).toBeNull();
    expect((await store.recordedRange({ ...middle, lane: newTab() })).chunks).toEqual([]);
    expect(await store.sessionCompleteness({ session: of })).toContainEqual(
      expect.objectContaining({ recording: { expected: null, stored: 2, missing: [], refused: 0, told: [] } }),
    );
  });

  test('a range of chunks comes whole or says where to go on: by its compressed size, the first whatever its size', async () => {
    const of = batch({ session: session(), recordings: [] });
    // A megabyte that does not shrink.
    const events = randomBytes(1_048_576).toString('base64');
    const large = (sequence: number) => ({ ...chunk(sequence), encoding: 'gzip' as const, events });
    await load({ ...of, recordings: [large(0), large(1), large(2), large(4)] });
    const ask = async (from: number, to?: number) => {
      const { chunks, next } = await store.recordedRange({ session: of.session, lane: of.tab, from, ...(to !== undefined && { to }) });
      return { places: chunks.map(({ place }) => place), next };
    };
    expect(await ask(0)).toEqual({ places: [0, 1], next: 2 });
    expect(await ask(2)).toEqual({ places: [2, 4], next: null });
    expect(await ask(0, 1)).toEqual({ places: [0, 1], next: null });
    expect(await ask(3, 3)).toEqual({ places: [], next: null });
    const [whole] = (await store.recordedRange({ session: of.session, lane: of.tab, from: 4 })).chunks;
    if (whole?.body.encoding !== 'gzip') throw new Error('expected a chunk that is still compressed');
    // Comparing a megabyte element by element, as toEqual does, takes seconds.
    expect(Buffer.from(events, 'base64').equals(whole.body.bytes)).toBe(true);
  });

  test('a file that several sessions refer to is kept once, and goes with the last of them', async () => {
    const of = flight();
    const file = {
      hash: 'a'.repeat(64),
      contentType: 'text/css',
      url: 'https://a.example/a.css',
      encoding: 'gzip' as const,
      data: gzipSync('a{}').toString('base64'),
    };
    const [one, two] = [
      batch({ flight: of, recordings: [chunk(0)], assets: [file] }),
      batch({ flight: of, recordings: [chunk(0)], assets: [file] }),
    ];
    await load(one, two);
    const asked = { flight: of, hash: file.hash };
    expect(await store.asset(asked)).toMatchObject({
      contentType: 'text/css',
      url: file.url,
      encoding: 'gzip',
      body: Buffer.from(file.data, 'base64'),
    });
    await store.eraseSessions({ sessions: [one.session], flight: of });
    expect(await store.asset(asked)).toBeDefined();
    await store.eraseSessions({ sessions: [two.session], flight: of });
    expect(await store.asset(asked)).toBeUndefined();
  });

  test('exports a flight, session by session in time order, in the same order every time', async () => {
    const of = flight();
    const batches = Array.from({ length: 600 }, () => batch({ flight: of, events: [eventRow(1, { at: BEGIN }), eventRow(0)] }));
    await load(...batches);
    const rows = await exportedEvents(store, { flight: of });
    const order = rows.map((row) => `${row.session}/${row.at}/${row.sequence}`);
    expect(rows).toHaveLength(1_200);
    expect(new Set(order).size).toBe(1_200);
    expect((await exportedEvents(store, { flight: of })).map((row) => `${row.session}/${row.at}/${row.sequence}`)).toEqual(order);
    expect(rows.filter((row, index) => index > 0 && row.session !== rows[index - 1]?.session)).toHaveLength(599);
  });

  describe('presence in the list of sessions', () => {
    const of = flight();
    const ids = Array.from({ length: 4 }, session).toSorted();
    const told = (sequence: number, until: number, state: string, lengthMs: number) =>
      eventRow(sequence, {
        name: 'presence',
        type: 'statusEvent',
        at: BEGIN + until,
        wallAt: BEGIN - 5_000 + until,
        details: { state, lengthMs },
      });
    const times = async (query: object = {}) =>
      (await store.listSessions({ flight: of, sort: 'activeMs', ...query })).sessions.map(({ id, openMs, visibleMs, activeMs }) => [
        ids.indexOf(id as SessionId),
        openMs,
        visibleMs,
        activeMs,
      ]);

    beforeAll(async () => {
      const [none, one, two, twice] = ids;
      const first = batch({ flight: of, session: two, events: [told(0, 10_000, 'visible', 10_000), told(1, 15_000, 'active', 5_000)] });
      await load(
        batch({ flight: of, session: none, events: [eventRow(0)] }),
        batch({
          flight: of,
          session: one,
          events: [told(0, 3_000, 'focused', 3_000), told(1, 4_000, 'asleep', 1_000), told(2, 9_000, 'hidden', 4_500.4)],
        }),
        first,
        // Another tab, in part at the same time.
        batch({ flight: of, session: two, events: [told(0, 12_000, 'active', 4_000), told(1, 20_000, 'active', 1_000)] }),
        batch({ flight: of, session: twice, events: [told(0, 7_000, 'active', 7_000)] }),
      );
      await load(batch({ ...first, fresh: false }));
    });

    test('is the union over tabs, once however often it came; null where none was told', async () => {
      expect(await times()).toEqual([
        [2, 16_000, 16_000, 8_000],
        [3, 7_000, 7_000, 7_000],
        [1, 7_500, 3_000, 0],
        [0, null, null, null],
      ]);
      expect(await store.sessionSummary({ session: ids[2] ?? '' })).toMatchObject({ openMs: 16_000, activeMs: 8_000 });
    });

    test('sorts both ways, and those that told none are last in both', async () => {
      expect((await times({ sort: 'openMs', descending: false })).map(([id]) => id)).toEqual([3, 1, 2, 0]);
      expect((await times({ sort: 'visibleMs', offset: 1, limit: 1 })).map(([id]) => id)).toEqual([3]);
      expect((await store.listSessions({ flight: of, sort: 'openMs', limit: 1, minEvents: 2 })).total).toBe(2);
    });

    test('is erased with the session', async () => {
      await store.eraseSessions({ sessions: [ids[3] ?? ''], flight: of });
      expect((await times()).map(([id]) => id)).toEqual([2, 1, 0]);
    });
  });

  test('erases a session everywhere, and nothing else', async () => {
    const of = batch({
      events: [eventRow(0)],
      refused: [{ sequence: 1, reason: 'r', body: 'b' }],
      recordings: [chunk(0)],
    });
    const other = batch({ events: [eventRow(0)] });
    await load(of, other);
    const came = { flight: FLIGHT, at: of.receivedAt };
    expect(await store.sessionCame({ session: of.session })).toEqual(came);
    expect(await store.sessionCame({ session: of.session, flight: FLIGHT })).toEqual(came);
    expect(await store.sessionsLeft({ flight: FLIGHT, sessions: [of.session, other.session] })).toHaveLength(2);
    await store.eraseSessions({ flight: FLIGHT, sessions: [of.session] });
    expect(await store.sessionsLeft({ flight: FLIGHT, sessions: [of.session, other.session] })).toEqual([other.session]);
    expect(await store.sessionCame({ session: of.session })).toBeUndefined();
    expect(await store.sessionSummary({ session: of.session })).toBeUndefined();
    expect((await store.sessionEvents({ session: of.session, flight: FLIGHT })).events).toEqual([]);
    expect(await store.recordingIndex({ session: of.session, flight: FLIGHT })).toEqual([]);
    expect(await exportedEvents(store, { flight: FLIGHT, session: of.session })).toEqual([]);
    expect(await store.sessionSummary({ session: other.session })).toMatchObject({ events: 1 });
  });

  test('what still comes of an erased session is not stored, and the rest of its segment is', async () => {
    const of = batch({ events: [eventRow(0)], refused: [{ sequence: 1, reason: 'r', body: 'b' }] });
    await load(of);
    await store.eraseSessions({ flight: FLIGHT, sessions: [of.session] });
    const late = { ...of, fresh: false, events: [eventRow(2)], recordings: [chunk(5)] };
    const elsewhere = batch({ ...of, flight: 'f0000000-0000-4000-8000-0000000000ee' as typeof FLIGHT });
    const other = batch({ events: [eventRow(0)] });
    await load(late, other, elsewhere);
    expect(await store.sessionsLeft({ flight: FLIGHT, sessions: [of.session] })).toEqual([]);
    expect(await store.sessionSummary({ session: other.session })).toMatchObject({ events: 1 });
    expect(await store.sessionsLeft({ flight: elsewhere.flight, sessions: [of.session] })).toEqual([of.session]);
  });

  test('finds the sessions of visitors, and whom they said they are', async () => {
    const [ada, bob] = [randomUUID() as VisitorId, randomUUID() as VisitorId];
    const identified = (person: string, sequence: number) =>
      eventRow(sequence, { type: 'statusEvent', name: 'identified', details: { person } });
    const one = batch({ visitor: ada, events: [identified('Ada@Example.org', 0), identified(' ada@example.org', 1)] });
    const two = batch({ visitor: ada, receivedAt: BEGIN + 2_000, events: [eventRow(0)] });
    await load(one, two, batch({ visitor: bob, events: [identified('bob', 0)] }));
    const found = await store.sessionsOfVisitors({ flights: [FLIGHT], visitors: [ada] });
    expect(found.toSorted((a, b) => a.at - b.at)).toEqual([
      { flight: FLIGHT, session: one.session, visitor: ada, at: one.receivedAt },
      { flight: FLIGHT, session: two.session, visitor: ada, at: two.receivedAt },
    ]);
    expect(await store.sessionsThatIdentified({ flight: FLIGHT, sessions: [one.session, two.session] })).toEqual(
      new Map([[one.session, ['ada@example.org']]]),
    );
  });

  test('one bad line fails its segment and stores nothing of it', async () => {
    const of = batch({ events: [eventRow(0)] });
    const bad = batch({ session: of.session, events: [eventRow(1, { at: 'soon' as never })] });
    await expect(load(of, bad)).rejects.toThrow(/Cannot parse/i);
    expect(await store.sessionSummary({ session: of.session })).toBeUndefined();
  });

  test('random splits and resends store every event once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), tab: fc.nat(1), fresh: fc.boolean() }), {
            minLength: 1,
            maxLength: 4,
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (segments) => {
          const of = session();
          const tabs = [newTab(), newTab()];
          const sent = new Set<string>();
          for (const pieces of segments) {
            const batches = pieces.map(({ from, length, tab: which, fresh }) => {
              const sequences = Array.from({ length }, (_, index) => from + index);
              for (const sequence of sequences) sent.add(`${tabs[which]}.${sequence}`);
              return batch({
                session: of,
                fresh,
                events: sequences.map((sequence) => eventRow(sequence)),
                ...(tabs[which] ? { tab: tabs[which] } : {}),
              });
            });
            const segment = segmentOf(scratch.path, batches);
            await store.load(segment);
            if (pieces.length % 2 === 0) await store.load(segment);
          }
          const expected = [...sent].toSorted();
          expect(keys((await store.sessionEvents({ session: of })).events)).toEqual(expected);
          expect(keys(await exportedEvents(store, { flight: FLIGHT, session: of }))).toEqual(expected);
          expect(keys(await store.sessionEventsForMetrics({ session: of, sees: CLICKS }))).toEqual(expected);
          expect(await store.sessionSummary({ session: of })).toMatchObject({ events: expected.length, clicks: expected.length });
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  test('verifies what it holds', async () => {
    expect(await store.verifyIntegrity()).toMatchObject({ ok: true, damaged: [], disagreeing: [] });
  });
});
