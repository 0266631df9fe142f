import { randomUUID } from 'node:crypto';
import type { MeasureSetting, SessionId, TabId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import { measureSessions } from '../jobs/measuring/measure-sessions.ts';
import { createStore, type Store } from './index.ts';
import type { GroupBy } from './measure-across.ts';

const ALL = Number.MAX_SAFE_INTEGER;

describe('results of metrics', () => {
  const scratch = scratchDirectory();
  const flight = `f-${randomUUID()}` as Batch['flight'];
  const sessions = Array.from({ length: 6 }, () => ({ id: randomUUID() as SessionId, tab: randomUUID() as TabId }));
  let engine: Engine;
  let store: Store;
  let seen: [number, number][] = [];

  /** Clicks of a session at these offsets in ms, on one element of its page. */
  const clicks = (index: number, offsets: number[], from = 0): Batch =>
    batch({
      flight,
      session: sessions[index]?.id ?? (randomUUID() as SessionId),
      tab: sessions[index]?.tab ?? (randomUUID() as TabId),
      receivedAt: BEGIN + 5_000,
      events: offsets.map((offset, place) =>
        eventRow(from + place, {
          name: from + place === 0 ? 'pageView' : 'click',
          at: BEGIN + index * 86_400_000 + offset,
          url: `https://example.org/page-${index % 3}`,
          details: from + place === 0 ? { url: `https://example.org/page-${index % 3}?x=1` } : { path: 'button' },
          applicationSpecificData: { condition: index % 2 === 0 ? 'even' : 'odd' },
        }),
      ),
    });
  const load = (...batches: Batch[]) => store.load(segmentOf(scratch.path, batches));
  const measured = (settings: Pick<MeasureSetting, 'metric' | 'preset' | 'parameters'>[] = [], quietSince = ALL) => {
    seen = [];
    const progress = (done: number, total: number) => seen.push([done, total]);
    return measureSessions({ store, progress, signal: new AbortController().signal }, { flight, settings, quietSince });
  };
  const across = async (
    name: string,
    by: GroupBy,
    { amount = '', settings = [], filter = {} }: { amount?: string; settings?: Parameters<typeof definitionsOf>[0]; filter?: object } = {},
  ) => {
    const { metric, parameters } = definitionsOf(settings).definitions.find((one) => one.metric.name === name) ?? expect.fail(name);
    const groups = await store.measureAcross({
      filter: { flight, ...filter },
      metric: name,
      version: metric.version,
      parameters,
      amount,
      by,
      groups: 10,
    });
    return groups.map(({ key, sessions: all, measured: with_, values }) => [key, all, with_, values]);
  };

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: Date.now, log: { info: () => undefined } });
    await load(...sessions.map((_, index) => clicks(index, [0, ...Array.from({ length: index }, (__, click) => 1_000 + click * 250)])));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test('a session is measured when it has gone quiet, once', async () => {
    expect(await measured([], BEGIN + 5_000)).toBe(0);
    expect(await across('clicks', { type: 'all' })).toEqual([['', 6, 0, []]]);
    expect(await measured([], BEGIN + 5_001)).toBe(6);
    expect(seen).toEqual([
      [0, 6],
      [6, 6],
    ]);
    expect(await measured()).toBe(0);
    expect(await across('clicks', { type: 'all' })).toEqual([['', 6, 6, [0, 1, 2, 3, 4, 5]]]);
  });

  test.each<[GroupBy, unknown]>([
    [
      { type: 'field', field: 'condition' },
      [
        ['even', 3, 3, [0, 2, 4]],
        ['odd', 3, 3, [1, 3, 5]],
      ],
    ],
    [{ type: 'field', field: 'colour' }, [['', 6, 6, [0, 1, 2, 3, 4, 5]]]],
    [{ type: 'device' }, [['desktop', 6, 6, [0, 1, 2, 3, 4, 5]]]],
    [
      { type: 'entryPage' },
      [
        ['/page-0', 2, 2, [0, 3]],
        ['/page-1', 2, 2, [1, 4]],
        ['/page-2', 2, 2, [2, 5]],
      ],
    ],
  ])('clicks by %j', async (by, expected) => {
    expect(await across('clicks', by)).toEqual(expected);
  });

  test('days come latest first, and filters hold', async () => {
    const days = await across('clicks', { type: 'day' }, { filter: { where: ['condition:odd'], from: BEGIN + 86_400_001 } });
    expect(days.map(([, ...rest]) => rest)).toEqual([
      [1, 1, [5]],
      [1, 1, [3]],
    ]);
  });

  test('a table is told of the session and of its pages', async () => {
    const whole = await across('page_dwell_wall', { type: 'all' }, { amount: 'dwellMs' });
    const pages = await across('page_dwell_wall', { type: 'part', kind: 'page' }, { amount: 'dwellMs' });
    expect(whole[0]?.[1]).toBe(6);
    expect(pages.map(([page, count]) => [page, count])).toEqual([
      ['/page-0', 2],
      ['/page-1', 2],
      ['/page-2', 2],
    ]);
  });

  test('metrics of groups that no session belongs to are not stored', async () => {
    expect(await across('search_queries', { type: 'all' })).toEqual([['', 6, 0, []]]);
  });

  test('other parameters are computed anew, and the old results stay under theirs', async () => {
    const settings = [{ metric: 'rage_clicks.seed', preset: null, parameters: { windowMs: 200 } }];
    expect(await across('rage_clicks.seed', { type: 'all' })).toEqual([['', 6, 6, [0, 0, 1, 2, 3, 4]]]);
    expect(await across('rage_clicks.seed', { type: 'all' }, { settings })).toEqual([['', 6, 0, []]]);
    expect(await measured(settings)).toBe(6);
    expect(await across('rage_clicks.seed', { type: 'all' }, { settings })).toEqual([['', 6, 6, [0, 0, 0, 0, 0, 0]]]);
    expect(await across('rage_clicks.seed', { type: 'all' })).toEqual([['', 6, 6, [0, 0, 1, 2, 3, 4]]]);
    expect(await across('clicks', { type: 'all' }, { settings })).toEqual([['', 6, 6, [0, 1, 2, 3, 4, 5]]]);
    expect(await measured()).toBe(6);
  });

  test('late events have their session measured again', async () => {
    await load(clicks(0, [900, 901], 1));
    expect(await measured()).toBe(1);
    expect(await across('clicks', { type: 'all' })).toEqual([['', 6, 6, [1, 2, 2, 3, 4, 5]]]);
    // The same again is nothing new.
    await load(clicks(0, [900, 901], 1));
    expect(await measured()).toBe(0);
  });

  test('cancelled, it ends with the piece under way, and the next run goes on', async () => {
    const settings = [{ metric: 'rage_clicks.seed', preset: null, parameters: { windowMs: 100 } }];
    const stopping = new AbortController();
    stopping.abort();
    const order = { flight, settings, quietSince: ALL };
    expect(await measureSessions({ store, progress: () => undefined, signal: stopping.signal }, order)).toBe(0);
    expect(await measured(settings)).toBe(6);
  });

  test('an erased session leaves no result', async () => {
    const [first] = sessions;
    await store.eraseSessions({ sessions: [first?.id ?? ''], flight });
    expect(await across('clicks', { type: 'all' })).toEqual([['', 5, 5, [1, 2, 3, 4, 5]]]);
    // Measured while it was being erased.
    const session = first?.id ?? '';
    const readings = [{ session, page: '/', views: [], elements: [] }];
    await store.storeResults({ flight, definitions: 'x', results: [], readings, sessions: [{ session, eventsSeen: 3 }] });
    await measured();
    expect(await store.sessionsLeft({ flight, sessions: [session] })).toEqual([]);
  });
});
