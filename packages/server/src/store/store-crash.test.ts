import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { SessionId } from '@sightline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { batch, BEGIN, eventRow, segmentOf } from '../../test/batches.ts';
import { scratchDirectory, testEmbeddedEngine } from '../../test/engines.ts';
import type { EmbeddedEngine } from '../engine/embedded-engine.ts';
import { EngineUnavailable } from '../engine/engine-unavailable.ts';
import { createStore, type Store } from './index.ts';

const scratch = scratchDirectory();
let engine: EmbeddedEngine;
let store: Store;
beforeAll(async () => {
  engine = await testEmbeddedEngine();
  store = createStore({ engine, now: () => BEGIN, log: { info: () => undefined } });
  await store.open();
});
afterAll(async () => {
  await engine.stop();
  scratch.remove();
});

/** As the loader does: an engine that is not back yet is asked again. */
async function persistently(work: () => Promise<void>, tries = 5): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (tries === 1 || !(error instanceof EngineUnavailable)) throw error;
    await delay(500);
    await persistently(work, tries - 1);
  }
}

/** Kills at moments spread over a load, between the tables of it too. */
test.each([0, 4, 8, 12, 20, 30, 45, 60, 80, 110])(
  'a kill -9 of the engine %i ms into a load neither loses nor doubles',
  async (afterMs) => {
    const sessions = Array.from({ length: 40 }, () => randomUUID() as SessionId);
    const batches = sessions.map((session) =>
      batch({
        session,
        events: Array.from({ length: 100 }, (_, sequence) => eventRow(sequence)),
        recordings: [
          { sequence: 0, at: BEGIN, until: BEGIN, offsetMs: 0, count: 1, snapshot: false, encoding: 'json', events: [{ type: 4 }] },
        ],
        refused: [{ sequence: 100, reason: 'r', body: '{}' }],
      }),
    );
    const segment = segmentOf(scratch.path, batches);
    const first = store.load(segment).then(
      () => 'loaded',
      (error: Error) => error.name,
    );
    await delay(afterMs);
    const pid = engine.pid();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    expect(['loaded', 'EngineUnavailable']).toContain(await first);
    for (let again = 0; again < 2; again += 1) await persistently(() => store.load(segment));

    for (const session of sessions.slice(0, 5)) {
      expect(await store.sessionSummary({ session })).toMatchObject({ events: 100, clicks: 100 });
      expect((await store.sessionEvents({ session })).events.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 100 }, (_, sequence) => sequence),
      );
      expect(await store.sessionCompleteness({ session })).toMatchObject([{ expected: 101, stored: 100, refused: 1, missing: [] }]);
      expect((await store.recordingIndex({ session })).map(({ sequence }) => sequence)).toEqual([0]);
    }
    expect(await store.verifyIntegrity()).toMatchObject({ ok: true });
  },
  120_000,
);
