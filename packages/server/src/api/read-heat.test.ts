import { randomUUID } from 'node:crypto';
import { bandMap, elementSignals, pageMatch, viewedPages, type MeasuredEvent } from '@sightline/metrics';
import type { JsonObject } from '@sightline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { measureSessions } from '../jobs/measuring/measure-sessions.ts';
import { createStore, type Store } from '../store/index.ts';
import { readHeat } from './read-heat.ts';

interface Happened {
  tab: 0 | 1;
  after: number;
  name: string;
  details: JsonObject;
}

const of = (name: string, details: fc.Arbitrary<JsonObject>) => fc.record({ name: fc.constant(name), details });
const url = fc.constantFrom('/a', '/a', '/a/b').map((page) => `https://shop.example${page}?x=1`);
const height = fc.constantFrom(600, 800);
const path = fc.constantFrom('#one', '#two');
const scroll = fc
  .record({ top: fc.integer({ min: -10, max: 4_000 }), length: fc.integer({ min: 2_000, max: 4_000 }), durationMs: fc.nat(40) })
  .map(({ top, length, durationMs }) => {
    const depth = Math.min(1, (top + 600) / length);
    return { scrollY: top, fromY: 0, depth, maxDepth: depth, durationMs };
  });

const happened: fc.Arbitrary<Happened> = fc
  .tuple(
    fc.record({ tab: fc.constantFrom(0 as const, 1 as const), after: fc.nat(200) }),
    fc.oneof(
      { weight: 3, arbitrary: of('pageView', fc.record({ url })) },
      { weight: 4, arbitrary: of('pageScroll', scroll) },
      { weight: 2, arbitrary: of('started', fc.record({ viewportResolution: fc.record({ width: fc.constant(900), height }) })) },
      of('viewportResize', fc.record({ viewportHeight: height, viewportWidth: fc.constant(900) })),
      of('visibilityChange', fc.record({ visible: fc.boolean() })),
      of('pageLeft', fc.constant({})),
      of('scroll', fc.constant({})),
      { weight: 2, arbitrary: of('cursorTracking', fc.record({ path, trackingType: fc.constant('positionUpdate') })) },
      { weight: 2, arbitrary: of('click', fc.record({ path, x: fc.constant(1), y: fc.constant(1) })) },
    ),
  )
  .map(([head, what]) => ({ ...head, ...what }));

/** Three sessions' events, what is loaded when (pieces of them, some again), and after which loads they are measured or one is erased. */
const story = fc.record({
  /** Asked of sessions that a filter means, which are all, or of all without one. */
  isFiltered: fc.boolean(),
  sessions: fc.array(fc.array(happened, { minLength: 3, maxLength: 14 }), { minLength: 3, maxLength: 3 }),
  loads: fc.array(
    fc.record({
      pieces: fc.array(fc.record({ session: fc.nat(2), from: fc.nat(9), count: fc.integer({ min: 1, max: 14 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      after: fc.constantFrom('nothing', 'measure', 'measure', 'erase'),
    }),
    { minLength: 2, maxLength: 4 },
  ),
});

describe('how pages were read', () => {
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

  const measure = (flight: string) =>
    measureSessions(
      { store, progress: () => undefined, signal: new AbortController().signal },
      { flight, settings: [], quietSince: Number.MAX_SAFE_INTEGER },
    );

  test('is what measuring each session gives, whatever came when, again or was measured before', { timeout: 280_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ isFiltered, sessions, loads }) => {
        const flight = `f-${randomUUID()}` as Batch['flight'];
        const ids = sessions.map(() => ({
          session: randomUUID() as Batch['session'],
          tabs: [randomUUID(), randomUUID()] as Batch['tab'][],
        }));
        const timelines = sessions.map(timeline);
        const stored = new Map<string, Timed & { session: number }>();
        const erased = new Set<number>();
        let isMeasured = false;
        for (const { pieces, after } of loads) {
          const batches = pieces.flatMap(({ session, from, count }) => {
            const events = timelines[session]?.slice(from, from + count) ?? [];
            if (!erased.has(session)) for (const event of events) stored.set(`${session} ${event.sequence}`, { ...event, session });
            return ([0, 1] as const).flatMap((tab) => {
              const own = events.filter((event) => event.tab === tab);
              const head = { flight, session: ids[session]?.session ?? expect.fail(), tab: ids[session]?.tabs[tab] ?? expect.fail() };
              return own.length === 0 ? [] : [batch({ ...head, events: own.map(rowOf) })];
            });
          });
          if (batches.length > 0) await store.load(segmentOf(scratch.path, batches));
          if (after === 'measure') await measure(flight);
          if (after === 'erase') {
            erased.add(1);
            for (const [key, { session }] of stored) if (session === 1) stored.delete(key);
            await store.eraseSessions({ flight, sessions: [ids[1]?.session ?? expect.fail()] });
          }
          isMeasured = after === 'measure';
        }
        for (const page of ['/a', '/a*']) {
          const told = await readHeat({ store })({ flight, path: page, ...(isFiltered && { from: 0 }) });
          const bySession = [0, 1, 2].map((session) => {
            const events = [...stored.values()]
              .filter((event) => event.session === session)
              .toSorted((a, b) => a.at - b.at || a.tab - b.tab || a.sequence - b.sequence);
            return viewedPages(events.map(measured), pageMatch(page));
          });
          const viewed = bySession.flat();
          const viewing = bySession.filter(({ length }) => length > 0).length;
          const { seenMs, ...map } = bandMap(viewed, 100);
          expect(told).toMatchObject(map);
          expect(told.sessionsRead).toBe(told.sessions);
          if (viewed.length > 0) expect(told.sessions).toBe(viewing);
          told.seconds.forEach((seconds, band) => expect(Math.abs(seconds * 1_000 - (seenMs[band] ?? 0))).toBeLessThan(0.51));
          expect(told.elements).toEqual(elementSignals(viewed).filter(({ rage, hoverMs }) => rage > 0 || hoverMs > 0));
        }
        if (isMeasured) expect(await store.unreadSessions({ flight, path: '/a*', limit: 9 })).toMatchObject({ total: 0 });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

interface Timed extends Happened {
  at: number;
  sequence: number;
}

function timeline(doings: readonly Happened[]): Timed[] {
  let at = BEGIN;
  return doings.map((doing, sequence) => ({ ...doing, at: (at += doing.after), sequence }));
}

const rowOf = ({ at, sequence, name, details }: Timed) =>
  eventRow(sequence, { at, name, type: 'browserEvent', url: 'https://shop.example/a', details });

const measured = ({ tab, at, sequence, name, details }: Timed): MeasuredEvent => ({
  tab: String(tab) as MeasuredEvent['tab'],
  sequence,
  name,
  at,
  pageView: null,
  details,
});
