import { randomUUID } from 'node:crypto';
import type { HeatPoints } from '@sightline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

const KINDS = { click: 'click', move: 'cursorTracking', gaze: 'gaze_fixation' } as const;
const NAMES = ['pageView', 'scroll', ...Object.values(KINDS)] as const;

/** Of the three sessions. */
const CONDITIONS = ['one', 'one', 'other'];

interface Happened {
  name: (typeof NAMES)[number];
  page: '/a' | '/a/b';
  path: '#one' | '#two';
  place?: { x: number; y: number };
  ms: number;
}

const happened: fc.Arbitrary<Happened> = fc.record(
  {
    name: fc.constantFrom(...NAMES),
    page: fc.constantFrom('/a', '/a/b'),
    path: fc.constantFrom('#one', '#two'),
    place: fc.record({ x: fc.integer({ min: 0, max: 63 }), y: fc.integer({ min: 0, max: 31 }) }),
    ms: fc.integer({ min: 1, max: 500 }),
  },
  { requiredKeys: ['name', 'page', 'path', 'ms'] },
);

interface AskedOf {
  from?: number;
  where?: string[];
}

/** All sessions, without a filter or by one, or those of a condition: the first two, or the third. */
const someOf = fc.constantFrom<AskedOf>({}, { from: 0 }, { where: ['condition:one'] }, { where: ['condition:other'] });

/** Three sessions' events, what is loaded when (pieces of them, some again), and after which loads it is gathered or folded or a session erased. */
const story = fc.record({
  asked: someOf,
  /** What is asked at once with it; some sessions may be of both. */
  against: someOf,
  sessions: fc.array(fc.array(happened, { minLength: 1, maxLength: 8 }), { minLength: 3, maxLength: 3 }),
  loads: fc.array(
    fc.record({
      pieces: fc.array(fc.record({ session: fc.nat(2), from: fc.nat(7), count: fc.integer({ min: 1, max: 8 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      after: fc.constantFrom('nothing', 'gather', 'gather', 'fold', 'erase'),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});

describe('maps', () => {
  const scratch = scratchDirectory();
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => BEGIN, log: { info: () => undefined } });
    await store.open();
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test('count each event once, whatever came when, again or was gathered', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ asked: filter, against: other, sessions, loads }) => {
        const flight = `f-${randomUUID()}` as Batch['flight'];
        const heads = sessions.map(() => ({ flight, session: randomUUID() as Batch['session'], tab: randomUUID() as Batch['tab'] }));
        const stored = new Map<string, { of: Happened; session: number }>();
        const erased = new Set<number>();
        for (const { pieces, after } of loads) {
          const batches = pieces.flatMap(({ session, from, count }) => {
            const events = (sessions[session] ?? []).map((of, sequence) => ({ of, sequence })).slice(from, from + count);
            if (!erased.has(session)) for (const { of, sequence } of events) stored.set(`${session} ${sequence}`, { of, session });
            return events.length === 0
              ? []
              : [batch({ ...heads[session], events: events.map(({ of, sequence }) => rowOf(of, sequence, CONDITIONS[session])) })];
          });
          if (batches.length > 0) await store.load(segmentOf(scratch.path, batches));
          if (after === 'gather') await store.gatherPlaces();
          if (after === 'fold') await store.fold({ before: BEGIN + 60_000 });
          if (after === 'erase') {
            erased.add(1);
            for (const [key, { session }] of stored) if (session === 1) stored.delete(key);
            await store.eraseSessions({ flight, sessions: [heads[1]?.session ?? ''] });
          }
        }
        const those = ({ where }: AskedOf) =>
          [...stored.values()].filter(({ session }) => where === undefined || where.includes(`condition:${CONDITIONS[session]}`));
        const all = those(filter);
        const asked = { flight, ...filter };
        for (const kind of ['click', 'move', 'gaze'] as const) {
          const counted = (of: AskedOf) =>
            those(of).flatMap((one) => (one.of.page === '/a' && one.of.name === KINDS[kind] ? [one.of] : []));
          const isWithin = (map: HeatPoints, of: AskedOf) => {
            expect(map).toMatchObject({
              count: counted(of).length,
              amount: sum(counted(of).map(amountOf)),
              sessions: new Set(those(of).flatMap((one) => (one.of.page === '/a' ? [one.session] : []))).size,
            });
            const cells = map.elements.flatMap(({ path, places, loose }) => [
              ...triples(places, path),
              ...(loose > 0 ? [`${path} loose ${loose}`] : []),
            ]);
            expect(cells.toSorted()).toEqual(naive(counted(of), cellWithin));
          };
          const isOnPage = (map: HeatPoints, of: AskedOf) =>
            expect(triples(map.pixels, '').toSorted()).toEqual(naive(counted(of), cellOfPage));
          const question = { ...asked, path: '/a', kind };
          const against = { flight, ...other };
          isWithin(await store.heatPoints(question), filter);
          isOnPage(await store.heatPoints({ ...question, anchored: false }), filter);
          const within = await store.heatPoints({ ...question, against });
          isWithin(within, filter);
          isWithin(within.against ?? within, other);
          const onPage = await store.heatPoints({ ...question, against, anchored: false });
          isOnPage(onPage, filter);
          isOnPage(onPage.against ?? onPage, other);
        }
        const { pages } = await store.heatPages(asked);
        expect(pages.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
          (['/a', '/a/b'] as const).flatMap((path) => {
            const of = all.filter((one) => one.of.page === path);
            const count = (name: string) => of.filter((one) => one.of.name === name).length;
            const counts = {
              views: count('pageView'),
              clicks: count('click'),
              moves: count('cursorTracking'),
              fixations: count('gaze_fixation'),
            };
            return of.length === 0 ? [] : [{ path, sessions: new Set(of.map(({ session }) => session)).size, ...counts }];
          }),
        );
        const { elements, sessions: saw } = await store.heatElements({ ...asked, path: '/a*' });
        expect(saw).toBe(new Set(all.map(({ session }) => session)).size);
        for (const path of ['#one', '#two']) {
          const on = all.filter(({ of }) => of.path === path);
          const clicks = on.filter(({ of }) => of.name === 'click');
          expect(elements.find((one) => one.path === path) ?? { clicks: 0, sessions: 0, positions: 0, fixationMs: 0 }).toMatchObject({
            clicks: clicks.length,
            sessions: new Set(clicks.map(({ session }) => session)).size,
            positions: on.filter(({ of }) => of.name === 'cursorTracking').length,
            fixationMs: sum(on.filter(({ of }) => of.name === 'gaze_fixation').map(({ of }) => of.ms)),
          });
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

const rowOf = ({ name, page, path, place, ms }: Happened, sequence: number, condition?: string) => {
  const url = `https://shop.example${page}`;
  const applicationSpecificData = { condition };
  if (name === 'pageView') return eventRow(sequence, { name, url, applicationSpecificData, details: { url } });
  const at = place && {
    elementX: place.x,
    elementY: place.y,
    elementWidth: 64,
    elementHeight: 32,
    pageX: place.x + 100,
    pageY: place.y - 12,
  };
  return eventRow(sequence, {
    name,
    url,
    applicationSpecificData,
    details: { ...(name === 'gaze_fixation' ? { element: path, duration_ms: ms } : { path }), ...at },
  });
};

const amountOf = ({ name, ms }: Happened): number => (name === 'gaze_fixation' ? ms : 1);

/** Four cells across, two down. */
const cellWithin = ({ path, place }: Happened): string =>
  place ? `${path} ${Math.floor(place.x / 16) * 250 + 125} ${Math.floor(place.y / 16) * 500 + 250}` : `${path} loose`;

const cellOfPage = ({ place }: Happened): string | undefined =>
  place && ` ${Math.floor((place.x + 100) / 8) * 8 + 4} ${Math.floor((place.y - 12) / 8) * 8 + 4}`;

function naive(counted: readonly Happened[], cellOf: (of: Happened) => string | undefined): string[] {
  const amounts = new Map<string, number>();
  for (const of of counted) {
    const cell = cellOf(of);
    if (cell !== undefined) amounts.set(cell, (amounts.get(cell) ?? 0) + amountOf(of));
  }
  return [...amounts].map(([cell, amount]) => `${cell} ${amount}`).toSorted();
}

const triples = (flat: readonly number[], path: string): string[] =>
  Array.from({ length: flat.length / 3 }, (_, index) => `${path} ${flat.slice(index * 3, index * 3 + 3).join(' ')}`);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
