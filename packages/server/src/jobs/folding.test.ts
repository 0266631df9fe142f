import { expect, test } from 'vitest';
import { createFolding } from './folding.ts';

function started(fold: (given: { before: number; signal?: AbortSignal }) => Promise<void> = async () => undefined) {
  let now = 1_000_000;
  let tick: () => void = () => undefined;
  const asked: number[] = [];
  const failures: string[] = [];
  const folding = createFolding({
    store: {
      fold(given) {
        asked.push(given.before);
        return fold(given);
      },
    },
    now: () => now,
    every: (_ms, run) => {
      tick = run;
      return () => (tick = () => undefined);
    },
    log: { error: (_fields, message) => void failures.push(message) },
  });
  return {
    folding,
    asked,
    failures,
    /** Time passes, and the timer comes round. */
    async pass(ms: number) {
      now += ms;
      tick();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('while nothing is loaded it rests, so that the engine may sleep', async () => {
  const { asked, pass } = started();
  await pass(10_000);
  await pass(3_600_000);
  expect(asked).toEqual([]);
});

test('what was loaded is folded when it is 30 s old, and then it rests again', async () => {
  const { folding, asked, pass } = started();
  folding.loaded();
  for (let round = 0; round < 6; round += 1) await pass(10_000);
  expect(asked).toEqual([980_000, 990_000, 1_000_000, 1_010_000]);
});

test('a failure is told, and it is tried again', async () => {
  let fails = true;
  const { folding, asked, failures, pass } = started(async () => {
    if (fails) throw new Error('the engine is gone');
  });
  folding.loaded();
  await pass(60_000);
  fails = false;
  await pass(10_000);
  await pass(10_000);
  expect(failures).toHaveLength(1);
  expect(asked).toEqual([1_030_000, 1_040_000]);
});

test('stopped, it tells the store to end with the piece under way', async () => {
  let signal: AbortSignal | undefined;
  const { folding, asked, pass } = started(
    (given) =>
      new Promise((resolve) => {
        ({ signal } = given);
        given.signal?.addEventListener('abort', () => resolve());
      }),
  );
  folding.look();
  await folding.stop();
  await pass(60_000);
  expect(signal?.aborted).toBe(true);
  expect(asked).toHaveLength(1);
});
