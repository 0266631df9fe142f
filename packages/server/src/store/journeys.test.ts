import { randomUUID } from 'node:crypto';
import type { SessionFilter, SessionId, VisitorId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

const DAY_MS = 86_400_000;
/** What happens in a session: `/page`, `!event` or `#element` clicked, each so many ms after its start. */
type Doing = [at: number, what: string];

const SESSIONS: { visitor: string; day: number; doings: Doing[] }[] = [
  {
    visitor: 'ann',
    day: 0,
    doings: [
      [0, '/'],
      [100, '/list'],
      [200, '/p/1'],
      [300, '#buy'],
      [900, '!purchase'],
    ],
  },
  {
    visitor: 'ben',
    day: 0,
    doings: [
      [0, '/'],
      [50, '/'],
      [100, '/list'],
      [5_000, '/p/2'],
    ],
  },
  {
    visitor: 'ann',
    day: 8,
    doings: [
      [0, '/p/1'],
      [10, '#buy'],
      [20, '/'],
    ],
  },
  {
    visitor: 'cem',
    day: 8,
    doings: [
      [0, '!purchase'],
      [10, '/'],
      [20, '#buy'],
    ],
  },
];

describe('what people did in order', () => {
  const scratch = scratchDirectory();
  const flight = `f-${randomUUID()}`;
  const visitors = new Map(SESSIONS.map(({ visitor }) => [visitor, randomUUID() as VisitorId]));
  const ids = SESSIONS.map(() => randomUUID() as SessionId);
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => BEGIN + 30 * DAY_MS, log: { info: () => undefined } });
    const batches = SESSIONS.map(({ visitor, day, doings }, index) =>
      batch({
        flight: flight as Batch['flight'],
        session: ids[index] ?? (randomUUID() as SessionId),
        visitor: visitors.get(visitor) ?? null,
        events: doings.map(([at, what], sequence) =>
          eventRow(sequence, {
            at: BEGIN + day * DAY_MS + at,
            name: what.startsWith('/') ? 'pageView' : what.startsWith('#') ? 'click' : what.slice(1),
            url: what.startsWith('/') ? `https://example.org${what}?x=1` : 'https://example.org/elsewhere',
            details: what.startsWith('#') ? { path: `main > button${what}` } : {},
            applicationSpecificData: { condition: visitor === 'ann' ? 'a' : 'b' },
          }),
        ),
      }),
    );
    await store.load(segmentOf(scratch.path, batches));
    // Loaded again, nothing happened twice.
    await store.load(segmentOf(scratch.path, batches));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test.each<[string[], number | undefined, number[]]>([
    [['page:/', 'page:/list', 'page:/p/*', 'click:*#buy', 'event:purchase'], undefined, [4, 2, 2, 1, 1]],
    [['page:/', 'page:/list', 'page:/p/*'], 5_000, [4, 2, 2]],
    [['page:/', 'page:/list', 'page:/p/*'], 4_950, [4, 2, 2]],
    [['page:/', 'page:/list', 'page:/p/*'], 4_949, [4, 2, 1]],
    [['event:purchase', 'page:/'], undefined, [2, 1]],
    [['page:/', 'page:/'], undefined, [4, 1]],
    [['click:*#buy', 'page:/_'], undefined, [3, 0]],
    [['event:never', 'page:/'], undefined, [0, 0]],
  ])('%j within %s ms is reached by %j', async (steps, within, reached) => {
    const rows = await store.funnel({ filter: { flight }, steps, by: { type: 'all' }, groups: 5, ...(within !== undefined && { within }) });
    expect(rows.map((row) => [row.key, row.sessions, row.reached])).toEqual([['', 4, reached]]);
  });

  test('times between steps are medians of those who came so far, and groups stand apart', async () => {
    const [all] = await store.funnel({ filter: { flight }, steps: ['page:/list', 'page:/p/*'], by: { type: 'all' }, groups: 5 });
    expect(all?.medians).toEqual([null, (100 + 4_900) / 2]);
    const groups = await store.funnel({
      filter: { flight },
      steps: ['page:/list', 'click:*#buy'],
      by: { type: 'field', field: 'condition' },
      groups: 5,
    });
    expect(groups.map(({ key, sessions, reached }) => [key, sessions, reached])).toEqual([
      ['a', 2, [1, 1]],
      ['b', 2, [1, 0]],
    ]);
  });

  test.each<[Partial<SessionFilter>, number[]]>([
    [{ sequence: ['page:/p/*', 'click:*#buy'] }, [0, 2]],
    [{ sequence: ['page:/p/*', 'click:*#buy'], within: 10 }, [2]],
    [{ sequence: ['page:/', 'page:/list'], did: ['purchase'] }, [0]],
    [{ sequence: ["event:' OR 1=1 --"] }, []],
  ])('sessions are found by %j', async (filter, expected) => {
    const { sessions } = await store.listSessions({ flight, ...filter, descending: false });
    expect(sessions.map(({ id }) => ids.indexOf(id as SessionId)).toSorted()).toEqual(expected);
  });

  test('paths count a page seen twice in a row once, with where sessions began and ended', async () => {
    const told = await store.paths({ filter: { flight }, limit: 10 });
    expect(told.sessions).toBe(4);
    expect(told.pages).toContainEqual({ page: '/', views: 4, sessions: 4, entries: 3, exits: 2 });
    expect(told.steps).toContainEqual({ from: '/', to: '/list', count: 2 });
    expect(told.steps).toContainEqual({ from: '', to: '/', count: 3 });
    expect(told.ways).toContainEqual({ pages: ['/p/1', '/'], more: false, sessions: 1 });
  });

  test('pages can be put together by the beginning of their path, and looked at one by one', async () => {
    const told = await store.paths({ filter: { flight }, segments: 1, around: '/p', limit: 10 });
    expect(told.pages.find(({ page }) => page === '/p')).toMatchObject({ views: 3, sessions: 3 });
    expect(told.steps).toEqual([
      { from: '/list', to: '/p', count: 2 },
      { from: '/p', to: '', count: 2 },
      { from: '', to: '/p', count: 1 },
      { from: '/p', to: '/', count: 1 },
    ]);
  });

  test('visitors come again by the week of their first visit, which a filter does not move', async () => {
    const weeks = await store.retention({ filter: { flight }, unit: 'week' });
    expect(weeks.map(({ later, visitors: count }) => [later, count])).toEqual([
      [0, 2],
      [1, 1],
      [null, 2],
      [0, 1],
      [null, 1],
    ]);
    const days = await store.retention({ filter: { flight, where: ['condition:a'] }, unit: 'day' });
    expect(days.map(({ later, visitors: count }) => [later, count])).toEqual([
      [0, 1],
      [8, 1],
      [null, 1],
    ]);
    // The search looks at the visitor as well.
    expect(await store.retention({ filter: { flight, search: 'condition' }, unit: 'day' })).toEqual([]);
    expect(await store.retention({ filter: { flight, from: BEGIN + DAY_MS, where: ['condition:a'] }, unit: 'day' })).toEqual([]);
  });
});
