import { randomUUID } from 'node:crypto';
import type { SessionId } from '@sightline/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch, EventRow } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

/** What a session of two tabs did: on which tab, so many ms after the one before, one of these. */
const DOINGS = ['page:/', 'page:/p', 'event:added', 'event:bought', 'click:a', 'event:looked'] as const;
interface Doing {
  tab: 0 | 1;
  after: number;
  what: (typeof DOINGS)[number];
}
interface Visit {
  native: boolean;
  doings: Doing[];
}

const VISITS: Visit[] = fc.sample(
  fc.record({
    native: fc.boolean(),
    doings: fc.array(fc.record({ tab: fc.constantFrom(0 as const, 1 as const), after: fc.nat(30), what: fc.constantFrom(...DOINGS) }), {
      minLength: 1,
      maxLength: 14,
    }),
  }),
  { numRuns: 150, seed: 6 },
);

describe('steps in order', () => {
  const scratch = scratchDirectory();
  const flight = `f-${randomUUID()}`;
  const sessions = VISITS.map((visit) => ({ ...visit, id: randomUUID() as SessionId, tabs: [randomUUID(), randomUUID()].toSorted() }));
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => BEGIN + 1_000_000, log: { info: () => undefined } });
    const batches = sessions.flatMap(batchesOf);
    await store.load(segmentOf(scratch.path, batches));
    // What comes again comes with another estimate of its time, and counts as it came first.
    await store.load(segmentOf(scratch.path, batches.map(later).toReversed()));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  }, 60_000);

  const batchesOf = ({ id, native, doings, tabs }: (typeof sessions)[number]): Batch[] =>
    tabs.map((tab, index) => {
      const own = timed(doings).filter((doing) => doing.tab === index);
      const events = own.map(({ at, what }, sequence) => rowOf(sequence, at, what));
      return batch({
        flight: flight as Batch['flight'],
        session: id,
        tab: tab as Batch['tab'],
        dialect: native ? 'native' : 'logui',
        events,
      });
    });

  describe.each([false, true])('folded: %s', (isFolded) => {
    beforeAll(async () => {
      if (isFolded) await store.fold({ before: Number.MAX_SAFE_INTEGER / 1_000 });
    }, 60_000);

    test.each<[string[], number | undefined]>([
      [['page:/', 'page:/p', 'event:added', 'event:bought'], undefined],
      [['page:/', 'page:/p', 'event:added', 'event:bought'], 40],
      [['page:/', 'page:/'], undefined],
      [['page:*', 'event:*', 'page:/p'], undefined],
      [['page:*', 'event:*', 'page:/p'], 25],
      [['click:a', 'event:bought'], undefined],
      [['page:/p', 'click:a', 'event:looked', 'click:*', 'page:/'], undefined],
      [['click:a', 'page:/', 'event:click', 'event:bought'], undefined],
      [['click:a', 'page:/', 'click:a'], 60],
      [['click:a', 'click:b'], undefined],
    ])('%j within %s ms goes as far as walking through each session does', { timeout: 60_000 }, async (steps, within) => {
      const [row] = await store.funnel({
        filter: { flight },
        steps,
        by: { type: 'all' },
        groups: 5,
        ...(within !== undefined && { within }),
      });
      const reached = sessions.map(({ native, doings }) => walked(timed(doings), native, steps, within));
      expect(row?.sessions).toBe(sessions.length);
      expect(row?.reached).toEqual(steps.map((_, index) => reached.filter((depth) => depth > index).length));
      const { total } = await store.listSessions({ flight, sequence: steps, ...(within !== undefined && { within }) });
      expect(total).toBe(reached.filter((depth) => depth === steps.length).length);
    });

    test('a page is seen where a view tells of it, and with foreign clients where any event does', async () => {
      const saw = sessions.filter(({ native, doings }) => doings.some(({ what }) => isOn(what, native, '/p')));
      expect((await store.listSessions({ flight, page: ['/p'] })).total).toBe(saw.length);
      const { pages } = await store.paths({ filter: { flight }, limit: 10 });
      expect(pages.find(({ page }) => page === '/p')?.sessions).toBe(saw.length);
    });

    test.each([['bought'], ['looked'], ['added', 'looked']])('sessions that did %s, and that did not', async (...names) => {
      const did = (name: string) => sessions.filter(({ doings }) => doings.some(({ what }) => what === `event:${name}`));
      const all = sessions.filter((session) => names.every((name) => did(name).includes(session)));
      const none = sessions.filter((session) => !names.some((name) => did(name).includes(session)));
      expect((await store.listSessions({ flight, did: names })).total).toBe(all.length);
      expect((await store.listSessions({ flight, didNot: names })).total).toBe(none.length);
    });
  });

  test('an erased session took no steps', async () => {
    const native = sessions.find((session) => session.native && session.doings.some(({ what }) => what === 'event:bought'));
    const before = (await store.listSessions({ flight, did: ['bought'] })).total;
    await store.eraseSessions({ flight, sessions: [native?.id ?? ''] });
    expect((await store.listSessions({ flight, did: ['bought'] })).total).toBe(before - 1);
    expect((await store.paths({ filter: { flight }, limit: 10 })).sessions).toBeLessThan(sessions.length);
  });
});

const timed = (doings: readonly Doing[]) => {
  let at = BEGIN;
  return doings.map((doing) => ({ ...doing, at: (at += doing.after + 1) }));
};

const rowOf = (sequence: number, at: number, what: Doing['what']): EventRow => {
  const [kind, text = ''] = what.split(':');
  const url = `https://example.org${kind === 'page' ? text : '/elsewhere'}`;
  if (kind === 'page') return eventRow(sequence, { at, url, type: 'browserEvent', name: 'pageView', details: {} });
  if (kind === 'click') return eventRow(sequence, { at, url, type: 'interactionEvent', name: 'click', details: { path: text } });
  // One of the page's own, and one that a group of elements told.
  return eventRow(sequence, { at, url, type: text === 'looked' ? 'interactionEvent' : 'customEvent', name: text, details: {} });
};

const later = (given: Batch): Batch => ({ ...given, events: given.events.map((event) => ({ ...event, at: event.at + 7 })) });

/** Whether an event is a step of that page. */
const isOn = (what: Doing['what'], native: boolean, path: string) => {
  const [kind, text] = what.split(':');
  const own = kind === 'page' ? text : '/elsewhere';
  return (kind === 'page' || !native) && (path === '*' || own === path);
};

/** Every chain of steps there is, tried out: how far the furthest goes. */
function walked(
  doings: readonly { at: number; what: Doing['what'] }[],
  native: boolean,
  steps: readonly string[],
  within = Infinity,
): number {
  const isStep = (what: Doing['what'], step: string) => {
    const [kind, text = ''] = step.split(':');
    if (kind === 'page') return isOn(what, native, text);
    const [own, name] = what.split(':');
    if (kind === 'click') return own === 'click' && (text === '*' || name === text);
    return text === '*' || (own === 'event' ? name : own) === text;
  };
  const from = (place: number, step: number, until: number): number => {
    if (step === steps.length) return step;
    const further = doings.flatMap(({ at, what }, index) =>
      index >= place && at <= until && isStep(what, steps[step] ?? '') ? [from(index + 1, step + 1, step === 0 ? at + within : until)] : [],
    );
    return Math.max(step, ...further);
  };
  return from(0, 0, Infinity);
}
