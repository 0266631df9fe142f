import { randomUUID } from 'node:crypto';
import type { SessionId } from '@sightline/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Batch, EventRow } from '../batch.ts';
import type { Engine } from '../engine/engine.ts';
import { definitionsOf } from '../jobs/measuring/definitions.ts';
import { measureSessions } from '../jobs/measuring/measure-sessions.ts';
import { createStore, type Store } from './index.ts';

const found = definitionsOf([]).definitions.find(({ metric }) => metric.name === 'quality_flags') ?? expect.fail('quality_flags');
const flagsBy = { version: found.metric.version, parameters: found.parameters };
const told = (sequence: number, name: string, details: EventRow['details']) => eventRow(sequence, { name, details });
const chunk = (sequence: number): Batch['recordings'][number] => ({
  sequence,
  at: BEGIN,
  until: BEGIN + 1,
  offsetMs: 0,
  count: 1,
  snapshot: sequence === 0,
  encoding: 'json',
  events: '[]',
});

describe('the quality of sessions', () => {
  const scratch = scratchDirectory();
  const flight = `f-${randomUUID()}` as Batch['flight'];
  const names = ['whole', 'gaps', 'aside', 'foreign', 'torn', 'odd'] as const;
  const ids = Object.fromEntries(names.map((name) => [name, randomUUID() as SessionId])) as Record<(typeof names)[number], SessionId>;
  const own = (name: (typeof names)[number], changes: Partial<Batch>) => batch({ flight, session: ids[name], ...changes });
  let engine: Engine;
  let store: Store;

  beforeAll(async () => {
    engine = await testEmbeddedEngine();
    store = createStore({ engine, now: () => BEGIN + 600_000, log: { info: () => undefined } });
    const batches = [
      own('whole', { events: [eventRow(0), eventRow(1)], recordings: [chunk(0), chunk(1)] }),
      // Numbers 1 and 3 never came, 4 was refused; the second tab is whole.
      own('gaps', { events: [eventRow(0), eventRow(2)], refused: [{ sequence: 4, reason: 'r', body: 'b' }] }),
      own('gaps', { events: [eventRow(0)] }),
      own('aside', { events: [eventRow(0)], refused: [{ sequence: 1, reason: 'r', body: 'b' }] }),
      own('foreign', { dialect: 'logui', events: [eventRow(7), eventRow(9)] }),
      // Chunk 1 never came, 4 and 5 were told to be lost at the end.
      own('torn', {
        events: [told(0, 'recordingChanged', { state: 'paused', missing: [{ from: 4, to: 5 }] })],
        recordings: [chunk(0), chunk(2), chunk(3)],
      }),
      own('odd', {
        events: [
          told(0, 'trackerFailed', { message: 'x' }),
          told(1, 'presence', { state: 'active', lengthMs: 10, jumpMs: -250 }),
          told(2, 'presence', { state: 'active', lengthMs: 10, jumpMs: 249 }),
          told(3, 'click', { path: '#a', trusted: false }),
          told(4, 'click', { path: '#false', trusted: true }),
        ],
      }),
    ];
    await store.load(segmentOf(scratch.path, batches));
    // Loaded again, nothing counts twice.
    await store.load(segmentOf(scratch.path, batches));
  }, 60_000);
  afterAll(async () => {
    await engine.stop();
    scratch.remove();
  });

  test('counts what came and what did not, and knows where it cannot know', async () => {
    const { totals, total } = await store.sessionQuality({ flight, flagsBy });
    expect(totals).toMatchObject({
      sessions: 6,
      states: { incomplete: 2, refused: 1, unknown: 1, complete: 2 },
      expected: 2 + 5 + 1 + 2 + 1 + 5,
      stored: 2 + 2 + 1 + 1 + 1 + 5,
      missing: 2,
      refused: 2,
      unnumbered: 2,
      tabs: 7,
      tabsIncomplete: 1,
      recordings: 2,
      recordingsIncomplete: 1,
      chunksMissing: 3,
      trackerFailures: 1,
      clockJumps: 1,
      untrustedClicks: 1,
      dropped: 0,
      measured: 0,
      flagged: 0,
    });
    expect(total).toBe(4);
  });

  test('lists those that somebody should look at, the worst first, page by page', async () => {
    const { sessions } = await store.sessionQuality({ flight, flagsBy });
    expect(sessions.map(({ session, state }) => [session, state])).toEqual([
      [ids.torn, 'incomplete'],
      [ids.gaps, 'incomplete'],
      [ids.aside, 'refused'],
      [ids.odd, 'complete'],
    ]);
    expect(sessions[1]).toMatchObject({
      ref: ids.gaps,
      expected: 6,
      stored: 3,
      missing: 2,
      refused: 1,
      tabs: 2,
      tabsIncomplete: 1,
      live: false,
    });
    const second = await store.sessionQuality({ flight, flagsBy, offset: 1, limit: 1 });
    expect(second.sessions.map(({ session }) => session)).toEqual([ids.gaps]);
    expect(second.total).toBe(4);
  });

  test('a filter narrows everything, and nothing is a board of zeros', async () => {
    const one = await store.sessionQuality({ flight, flagsBy, search: ids.gaps });
    expect([one.totals.sessions, one.totals.missing, one.total]).toEqual([1, 2, 1]);
    const none = await store.sessionQuality({ flight, flagsBy, search: 'nobody is called this' });
    expect(none).toMatchObject({ totals: { sessions: 0, expected: 0, missing: 0 }, flags: [], sessions: [], total: 0 });
  });

  test('an outbox that dropped events without numbers makes a session incomplete, and flags are those of measured sessions', async () => {
    await store.load(
      segmentOf(scratch.path, [
        own('whole', { events: [told(0, 'outboxChanged', { storage: 'memory', reason: 'full', dropped: 12 })], receivedAt: BEGIN + 2_000 }),
      ]),
    );
    const progress = () => undefined;
    await measureSessions(
      { store, progress, signal: new AbortController().signal },
      { flight, settings: [], quietSince: Number.MAX_SAFE_INTEGER },
    );
    const { totals, flags, sessions } = await store.sessionQuality({ flight, flagsBy });
    expect(totals).toMatchObject({ dropped: 12, measured: 6, flagged: 2 });
    expect(sessions[0]).toMatchObject({ session: ids.whole, state: 'incomplete', dropped: 12, flags: ['dropped_events'] });
    expect(flags).toEqual(['clock_jumps', 'dropped_events', 'tracker_failures', 'untrusted_clicks'].map((flag) => ({ flag, sessions: 1 })));
    expect((await store.sessionQuality({ flight, flagsBy: { ...flagsBy, parameters: 'other' } })).totals).toMatchObject({ measured: 0 });
  });
});
