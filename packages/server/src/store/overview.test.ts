import { randomUUID } from 'node:crypto';
import type { SessionId, TabId, VisitorId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

const flight = `f-${randomUUID()}` as Batch['flight'];
/** A Sunday at 23:30 in Berlin, 21:30 in UTC. */
const START = Date.UTC(2026, 8, 20, 21, 30);
const HOUR = 3_600_000;
const ada = randomUUID() as VisitorId;
const DESKTOP = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/141.0.0.0 Mobile Safari/537.36';

/** A session: its page views so many seconds after its start, and a last sign of life 10 s after the last. */
const visit = (startsAt: number, visitor: VisitorId, agent: string, referrer: string, ...views: [second: number, path: string][]) =>
  batch({
    flight,
    session: randomUUID() as SessionId,
    tab: randomUUID() as TabId,
    visitor,
    agent,
    receivedAt: startsAt,
    events: [
      ...views.map(([second, path], sequence) =>
        eventRow(sequence, {
          name: 'pageView',
          at: startsAt + second * 1_000,
          url: `https://shop.example.org${path}`,
          details: { title: `T ${path}`, ...(sequence === 0 && referrer !== '' ? { referrer } : {}) },
        }),
      ),
      eventRow(views.length, { at: startsAt + ((views.at(-1)?.[0] ?? 0) + 10) * 1_000, url: 'https://shop.example.org/' }),
    ],
  });

describe('over many sessions', () => {
  const scratch = scratchDirectory();
  let engine: Engine;
  let store: Store;
  const now = START + 3 * 24 * HOUR;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => now, log: { info: () => undefined } });
    const visits = [
      visit(START, ada, DESKTOP, 'https://search.example.com/q', [0, '/'], [20, '/product?id=1'], [50, '/cart']),
      visit(START + HOUR, ada, PHONE, 'https://shop.example.org/old', [0, '/product']),
      visit(START + 26 * HOUR, randomUUID() as VisitorId, DESKTOP, '', [0, '/'], [4, '/']),
      visit(now - 30_000, randomUUID() as VisitorId, DESKTOP, 'https://search.example.com/other', [0, '/']),
    ];
    // Twice, as a tracker that heard no answer would.
    for (let again = 0; again < 2; again += 1) await store.load(segmentOf(scratch.path, visits));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test('traffic is counted once, with what came before it', async () => {
    const all = await store.overview({ flight });
    expect(all).toMatchObject({
      totals: { sessions: 4, visitors: 3, pageViews: 7, events: 11 },
      before: null,
      live: 1,
      medianPageViews: 1.5,
      medianDurationMs: 12_000,
      devices: [
        { name: 'desktop', sessions: 3 },
        { name: 'phone', sessions: 1 },
      ],
      sources: [
        { name: '', sessions: 2 },
        { name: 'search.example.com', sessions: 2 },
      ],
    });
    const later = await store.overview({ flight, from: START + 24 * HOUR, to: START + 48 * HOUR });
    expect(later.totals).toEqual({ sessions: 1, visitors: 1, pageViews: 2, events: 3 });
    expect(later.before).toEqual({ sessions: 2, visitors: 1, pageViews: 4, events: 6 });
  });

  test('days are those of the reader, and none is left out', async () => {
    const days = async (timeZone: string) => {
      const { step, series } = await store.overview({ flight, from: START, to: START + 4 * 24 * HOUR, timeZone });
      expect(step).toBe('day');
      return series.map(({ at, sessions }) => [new Date(at).toISOString(), sessions]);
    };
    expect(await days('UTC')).toEqual([
      ['2026-09-20T00:00:00.000Z', 2],
      ['2026-09-21T00:00:00.000Z', 1],
      ['2026-09-22T00:00:00.000Z', 0],
      ['2026-09-23T00:00:00.000Z', 1],
      ['2026-09-24T00:00:00.000Z', 0],
    ]);
    expect((await days('Europe/Berlin')).slice(0, 2)).toEqual([
      ['2026-09-19T22:00:00.000Z', 1],
      ['2026-09-20T22:00:00.000Z', 1],
    ]);
  });

  test.each([
    [2 * HOUR, 'minute', 121],
    [3 * HOUR, 'minute', 181],
    [3 * HOUR + 60_000, 'hour', 4],
    [72 * HOUR, 'hour', 73],
  ])('a time of %i ms is drawn by the %s', async (length, step, steps) => {
    const answer = await store.overview({ flight, from: START, to: START + length });
    expect(answer.step).toBe(step);
    expect(Math.abs(answer.series.length - steps)).toBeLessThanOrEqual(1);
    expect(answer.series[0]).toMatchObject({ sessions: 1, visitors: 1, pageViews: 3 });
  });

  test('nothing is told of nothing', async () => {
    expect(await store.overview({ flight: 'none' })).toMatchObject({
      totals: { sessions: 0, visitors: 0, pageViews: 0, events: 0 },
      medianDurationMs: null,
      devices: [],
      sources: [],
    });
    expect(await store.pageTable({ flight: 'none' })).toEqual({ pages: [], total: 0 });
  });

  test('a page has views, sessions that began, ended and were over there, and time', async () => {
    const { pages, total } = await store.pageTable({ flight });
    expect(total).toBe(3);
    expect(pages).toEqual([
      { path: '/', title: 'T /', views: 4, sessions: 3, entries: 3, exits: 2, bounces: 1, bounceShare: 1 / 3, medianTimeMs: 10_000 },
      {
        path: '/product',
        title: 'T /product',
        views: 2,
        sessions: 2,
        entries: 1,
        exits: 1,
        bounces: 1,
        bounceShare: 1,
        medianTimeMs: 20_000,
      },
      { path: '/cart', title: 'T /cart', views: 1, sessions: 1, entries: 0, exits: 1, bounces: 0, bounceShare: null, medianTimeMs: 10_000 },
    ]);
  });

  test.each([
    [{ find: 'PROD' }, ['/product']],
    [{ sort: 'path' as const }, ['/', '/cart', '/product']],
    [{ sort: 'bounceShare' as const }, ['/product', '/', '/cart']],
    [{ sort: 'bounceShare' as const, descending: false }, ['/', '/product', '/cart']],
    [{ limit: 1, offset: 1 }, ['/product']],
    [{ device: ['phone' as const] }, ['/product']],
    [{ from: START + 24 * HOUR }, ['/']],
  ])('pages by %j', async (query, expected) => {
    const { pages } = await store.pageTable({ flight, ...query });
    expect(pages.map(({ path }) => path)).toEqual(expected);
  });
});
