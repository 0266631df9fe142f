import { randomUUID } from 'node:crypto';
import type { SessionId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { createStore, type Store } from './index.ts';

const of = (participant: string, changes: Parameters<typeof eventRow>[1] = {}) => ({
  applicationSpecificData: { participant, condition: 'a' },
  ...changes,
});

describe('what running a study asks of the store', () => {
  const scratch = scratchDirectory();
  const flight = `f-${randomUUID()}` as Batch['flight'];
  const other = `f-${randomUUID()}` as Batch['flight'];
  const [first, second, third, unnamed] = Array.from({ length: 4 }, () => randomUUID() as SessionId);
  let now = BEGIN + 2_000;
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => now, log: { info: () => undefined } });
    const batches = [
      batch({ flight, session: first, receivedAt: BEGIN + 1_000, events: [eventRow(0, of('P1')), eventRow(2, of('P1'))] }),
      batch({ flight, session: second, receivedAt: BEGIN + 9_000, events: [eventRow(0, of('P1', { name: 'DONE', type: 'customEvent' }))] }),
      batch({
        flight,
        session: third,
        receivedAt: BEGIN + 3_000,
        events: [eventRow(0, of('P"2', { name: 'mouseClick', details: { type: 'mouseClick', name: 'DONE' } }))],
      }),
      batch({ flight, session: unnamed, receivedAt: BEGIN + 70_000, events: [eventRow(0, { name: 'DONE' })] }),
      batch({ flight: other, receivedAt: BEGIN + 70_000, events: [eventRow(0, of('P1'))] }),
    ];
    await store.load(segmentOf(scratch.path, batches));
    // As after a crash: the same batches in another segment.
    await store.load(segmentOf(scratch.path, batches.toReversed()));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  const ask = (completedEvent: string | null) => store.participantSessions({ flight, field: 'participant', completedEvent });

  test('participants’ sessions are found by the field that names them, the last seen first', async () => {
    const found = await ask(null);
    expect(found.map(({ sessions, ...rest }) => ({ ...rest, sessions: sessions.toSorted() }))).toEqual([
      { code: 'P1', sessions: [first, second].toSorted(), firstAt: BEGIN + 1_000, lastAt: BEGIN + 9_000, isCompleted: false },
      { code: 'P"2', sessions: [third], firstAt: BEGIN + 3_000, lastAt: BEGIN + 3_000, isCompleted: false },
    ]);
  });

  test.each([
    ['DONE', [true, true]],
    ['mouseClick', [false, true]],
    ['click', [true, false]],
    ['DON', [false, false]],
    ["'; DROP TABLE tabs --", [false, false]],
  ])('%s completes by an event’s own name or the one its group gave it', async (name, completed) => {
    expect((await ask(name)).map(({ isCompleted }) => isCompleted)).toEqual(completed);
  });

  test.each([
    [['participant:P1'], [third, unnamed]],
    [['participant:P1', 'participant:P"2'], [unnamed]],
    [['participant:nobody'], [first, second, third, unnamed]],
    [['participant:P1', 'condition:a'], [unnamed]],
  ])('without those of %j the others are left', async (whereNot, left) => {
    const { sessions } = await store.listSessions({ flight, whereNot });
    expect(sessions.map(({ id }) => id).toSorted()).toEqual(left.toSorted());
  });

  test.each([
    [BEGIN + 68_999, [second]],
    [BEGIN + 69_000, []],
    [BEGIN + 62_999, [second, third]],
    [BEGIN + 63_000, [second]],
  ])('at %i those are here who sent something in the minute before', async (at, sessions) => {
    now = at;
    const { sessions: live } = await store.liveNow({ flight });
    const here = live.map(({ id }) => id).filter((id) => id !== unnamed);
    expect(here.toSorted()).toEqual(sessions.toSorted());
  });

  test('who is here comes with what they did lately, each event once, and what is missing', async () => {
    now = BEGIN + 5_000;
    const { sessions, events } = await store.liveNow({ flight });
    expect(sessions.find(({ id }) => id === first)).toMatchObject({ events: 2, missing: 1 });
    expect(sessions.find(({ id }) => id === third)).toMatchObject({ events: 1, missing: 0 });
    expect(events.filter(({ session }) => session === first).map(({ sequence }) => sequence)).toEqual([2, 0]);
  });

  test('a flight is erased as a whole, and no other', async () => {
    await store.eraseFlight({ flight });
    now = BEGIN + 5_000;
    expect(await ask(null)).toEqual([]);
    expect(await store.liveNow({ flight })).toMatchObject({ sessions: [], events: [] });
    expect(await store.participantSessions({ flight: other, field: 'participant', completedEvent: null })).toHaveLength(1);
  });
});
