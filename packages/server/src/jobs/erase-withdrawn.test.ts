import { randomUUID } from 'node:crypto';
import type { FlightId, SessionId } from '@sightline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { Engine } from '../engine/engine.ts';
import { openRegistry, type Registry } from '../registry/registry.ts';
import { createStore, type Store } from '../store/index.ts';
import { STUDY } from '../study/study.fake.ts';
import { eraseWithdrawn } from './erase-withdrawn.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let scratch: ReturnType<typeof scratchDirectory>;
let engine: Engine;
let store: Store;
let registry: Registry;
let flight: FlightId;
let loaded = 0;

beforeEach(async () => {
  scratch = scratchDirectory();
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN + 60_000, log: { info: () => undefined } });
  registry = await openRegistry({ data: scratch.path, now: () => BEGIN, onError: (error) => expect.fail(String(error)) });
  flight = (await registry.applications.list())[0]?.flights[0]?.id as FlightId;
  loaded = 0;
});
afterEach(async () => {
  await registry.close();
  await engine.stop();
  scratch.remove();
});

const visit = async (participant: string) => {
  const session = randomUUID() as SessionId;
  const events = [eventRow(0, { applicationSpecificData: { participant } })];
  await store.load(segmentOf(scratch.path, [batch({ flight, session, events })]));
  loaded += 1;
  return session;
};

test('what a withdrawn participant’s browser sends in new sessions is erased by itself; others stay; without news nothing is asked', async () => {
  await registry.studies.put(flight, STUDY);
  await registry.participants.invite(flight, 2, '');
  const [gone, stays] = await registry.participants.list(flight);
  const asked = vi.fn<Store['participantSessions']>(store.participantSessions);
  const job = eraseWithdrawn({
    registry,
    store: { participantSessions: asked },
    erasure: {
      store,
      notes: registry.notes,
      exports: { erase: async () => [] },
      drain: async () => undefined,
      keptAside: [],
    },
    loader: { status: () => ({ loaded, quarantined: 0, failing: undefined }) },
    every: () => () => undefined,
    log: { info: () => undefined, error: (details) => expect.fail(JSON.stringify(details)) },
  });
  const kept = await visit(stays?.code ?? '');
  await job.run();
  expect(asked).not.toHaveBeenCalled();

  await registry.participants.withdraw(gone?.id ?? '');
  const later = [await visit(gone?.code ?? ''), await visit(gone?.code ?? '')];
  await job.run();
  expect(await store.sessionsLeft({ flight, sessions: [...later, kept] })).toEqual([kept]);
  expect(asked).toHaveBeenCalledOnce();

  await job.run();
  expect(asked).toHaveBeenCalledOnce();
  const again = await visit(gone?.code ?? '');
  await job.run();
  expect(await store.sessionsLeft({ flight, sessions: [again, kept] })).toEqual([kept]);
});
