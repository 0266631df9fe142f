import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

const URL_A = 'https://shop.example/list?sort=price';
const click = (sequence: number, details: object) => eventRow(sequence, { name: 'click', url: URL_A, details: { ...details } });
const viewed = (sequence: number, url = URL_A) => eventRow(sequence, { name: 'pageView', url, details: { url } });

describe('maps of a page', () => {
  const scratch = scratchDirectory();
  let engine: Engine;
  let store: Store;
  let flight: Batch['flight'];

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => BEGIN + 2_000, log: { info: () => undefined } });
    flight = `f-${randomUUID()}` as Batch['flight'];
    const buy = { path: '#buy', elementX: 16, elementY: 16, elementWidth: 64, elementHeight: 32, pageX: 116, pageY: 516 };
    const batches = [
      batch({ flight, events: [viewed(0), click(1, buy), click(2, buy), click(3, { path: '#old', x: 20, y: 30 })] }),
      batch({
        flight,
        events: [
          viewed(0),
          click(1, { path: '#buy', elementX: 64, elementY: 0, elementWidth: 64, elementHeight: 32, pageX: 164, pageY: 500 }),
          viewed(2, 'https://shop.example/list/more'),
          eventRow(3, { name: 'gaze_fixation', type: 'customEvent', url: URL_A, details: { element: '#buy', duration_ms: 120 } }),
        ].map((event) => ({ ...event, applicationSpecificData: { condition: 'b' } })),
      }),
    ];
    await store.load(segmentOf(scratch.path, batches));
    // As after a crash: the same batches in another segment.
    await store.load(segmentOf(scratch.path, batches.toReversed()));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test('pages come with what there is on them, each event once', async () => {
    expect(await store.heatPages({ flight })).toEqual({
      pages: [
        { path: '/list', views: 2, sessions: 2, clicks: 4, moves: 0, fixations: 1 },
        { path: '/list/more', views: 1, sessions: 1, clicks: 0, moves: 0, fixations: 0 },
      ],
      more: false,
    });
  });

  test('clicks are placed within their elements; what tells no place is loose', async () => {
    const map = await store.heatPoints({ flight, path: '/list', kind: 'click' });
    expect(map).toMatchObject({ unit: 'clicks', sessions: 2, views: 2, viewsTold: true, amount: 4, count: 4, pixels: [] });
    expect(map.elements.map(({ path, amount, loose }) => [path, amount, loose])).toEqual([
      ['#buy', 3, 0],
      ['#old', 1, 1],
    ]);
    // Four cells of 16 px across, two down.
    expect(triples(map.elements[0]?.places ?? [])).toEqual([
      [375, 750, 2],
      [875, 250, 1],
    ]);
  });

  test('or on the page, in cells of 8 px', async () => {
    const map = await store.heatPoints({ flight, path: '/list', kind: 'click', anchored: false });
    expect(triples(map.pixels)).toEqual([
      [20, 28, 1],
      [116, 516, 2],
      [164, 500, 1],
    ]);
  });

  test.each([
    [{ where: ['condition:b'] }, 1],
    [{ where: ['condition:nobody'] }, 0],
    [{ from: BEGIN + 1e9 }, 0],
    [{ minEvents: 4 }, 4],
  ])('the filter %j leaves %i clicks', async (filter, clicks) => {
    expect((await store.heatPoints({ flight, path: '/list*', kind: 'click', ...filter })).amount).toBe(clicks);
  });

  test.each([
    ['the others', true, { where: ['condition:b'] }, { minEvents: 4 }],
    ['none', true, { where: ['condition:b'] }, { where: ['condition:nobody'] }],
    ['all, some of them the same', false, { where: ['condition:b'] }, {}],
    ['those of a sequence', false, {}, { sequence: ['page:/list', 'event:click'] }],
  ])('two groups at once are each as they are alone: %s', async (_, anchored, one, other) => {
    const page = { flight, path: '/list*', kind: 'click' as const, anchored };
    const { against, ...first } = await store.heatPoints({ ...page, ...one, against: { flight, ...other } });
    expect(first).toEqual(await store.heatPoints({ ...page, ...one }));
    expect(against).toEqual(await store.heatPoints({ ...page, ...other }));
  });

  test('the second group may be of another flight', async () => {
    const elsewhere = `f-${randomUUID()}` as Batch['flight'];
    await store.load(segmentOf(scratch.path, [batch({ flight: elsewhere, events: [viewed(0), click(1, { path: '#there' })] })]));
    const both = await store.heatPoints({ flight, path: '/list', kind: 'click', where: ['condition:b'], against: { flight: elsewhere } });
    expect(both).toMatchObject({ amount: 1, against: { amount: 1, sessions: 1, elements: [{ path: '#there', amount: 1 }] } });
  });

  test('fixations count by their length', async () => {
    expect(await store.heatPoints({ flight, path: '/list', kind: 'gaze' })).toMatchObject({
      unit: 'ms',
      amount: 120,
      elements: [{ path: '#buy', loose: 120 }],
    });
  });

  test('elements are ranked by clicks', async () => {
    expect(await store.heatElements({ flight, path: '/list' })).toEqual({
      sessions: 2,
      views: 2,
      elements: [
        { path: '#buy', clicks: 3, sessions: 2, positions: 0, fixationMs: 120 },
        { path: '#old', clicks: 1, sessions: 1, positions: 0, fixationMs: 0 },
      ],
    });
  });

  test('where no recording is there is no background', async () => {
    expect(await store.recordedPageViews({ flight, path: '/list', limit: 5 })).toEqual([]);
  });

  test('a page that was left before its recorder began has no background, though its tab was recorded', async () => {
    const own = `f-${randomUUID()}` as Batch['flight'];
    const seen = (sequence: number, path: string, at: number, pageView: string) =>
      eventRow(sequence, {
        name: sequence % 2 === 0 ? 'pageView' : 'pageLeft',
        url: `https://shop.example${path}`,
        at,
        pageView: pageView as never,
      });
    const [one, other] = [randomUUID(), randomUUID()];
    const events = [seen(0, '/slow', BEGIN, one), seen(1, '/slow', BEGIN + 5_000, one), seen(2, '/quick', BEGIN + 5_100, other)];
    const recordings = [BEGIN + 3_000, BEGIN + 5_500].map((at, sequence) => ({
      sequence,
      at,
      until: at,
      offsetMs: 0,
      count: 1,
      snapshot: true,
      encoding: 'json' as const,
      events: [{ type: 2, data: {}, timestamp: at }],
    }));
    await store.load(
      segmentOf(scratch.path, [batch({ flight: own, events: [...events, seen(3, '/quick', BEGIN + 5_400, other)], recordings })]),
    );
    expect(await store.recordedPageViews({ flight: own, path: '/slow', limit: 5 })).toMatchObject([{ at: BEGIN + 3_000 }]);
    expect(await store.recordedPageViews({ flight: own, path: '/quick', limit: 5 })).toEqual([]);
  });

  test('the sessions of a page can be measured', async () => {
    const sessions = await store.pageSessions({ flight, path: '/list', limit: 10 });
    expect(sessions).toHaveLength(2);
    const events = await store.eventsOfSessions({ flight, sessions, sees: { click: [], pageView: [] } });
    expect([...events.values()].map((of) => of.length).toSorted()).toEqual([3, 4]);
  });
});

const triples = (flat: readonly number[]): number[][] =>
  Array.from({ length: flat.length / 3 }, (_, index) => flat.slice(index * 3, index * 3 + 3)).toSorted(
    ([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d,
  );
