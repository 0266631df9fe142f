import { expect, test } from 'vitest';
import { createGathering } from './gathering.ts';

function started(pieces: (() => Promise<{ more: boolean }>)[]) {
  const clock = { now: 0 };
  const said: string[] = [];
  let asked = 0;
  let look = () => {};
  const gathering = createGathering({
    store: { gatherPlaces: async () => (pieces[asked++] ?? (async () => ({ more: false })))() },
    now: () => clock.now,
    every: (_, run) => {
      look = run;
      return () => void (look = () => {});
    },
    log: { error: (_, message) => void said.push(message) },
  });
  return {
    gathering,
    said,
    asked: () => asked,
    async lookAt(now: number) {
      clock.now = now;
      look();
      await gathering.settled();
    },
    loadedAt(now: number) {
      clock.now = now;
      gathering.loaded();
    },
  };
}

test.each([
  ['a moment before it is quiet', [0], 9_999, 0],
  ['once nothing came for ten seconds', [0], 10_000, 1],
  ['not while more comes', [0, 9_000, 18_000], 20_000, 0],
  ['but after a minute at the latest', [0, 9_000, 18_000, 27_000, 36_000, 45_000, 54_000], 60_000, 1],
  ['never where nothing came', [], 100_000, 0],
])('%s', async (_, loads, at, expected) => {
  const { loadedAt, lookAt, asked } = started([]);
  for (const load of loads) loadedAt(load);
  await lookAt(at);
  expect(asked()).toBe(expected);
  await lookAt(at + 200_000);
  expect(asked()).toBe(loads.length > 0 ? 1 : 0);
});

test('goes on while there is more', async () => {
  const { gathering, lookAt, asked } = started([async () => ({ more: true }), async () => ({ more: true })]);
  gathering.lookedAt();
  await lookAt(0);
  expect(asked()).toBe(3);
  gathering.lookedAt();
  await lookAt(1_000);
  expect(asked()).toBe(3);
});

test('says what failed and tries again', async () => {
  const { gathering, lookAt, asked, said } = started([() => Promise.reject(new Error('asleep'))]);
  gathering.lookedAt();
  await lookAt(0);
  await lookAt(2_000);
  expect(asked()).toBe(2);
  expect(said).toEqual(['gathering: the store could not be asked; trying again']);
});
