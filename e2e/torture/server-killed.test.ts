import { expect, test } from 'vitest';
import { forAWhile, underLoad } from './under-load.ts';

/** Five in `npm test`; the nightly form sets at least 20. */
const KILLS = Number(process.env.SIGHTLINE_TORTURE_KILLS ?? 5);

test(
  `after ${KILLS} kills with -9 under load, every acknowledged event is stored once`,
  () =>
    underLoad(async (load) => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        await forAWhile();
        await load.crash();
      }
      await forAWhile();
      const { acknowledged, ...rest } = await load.settle();
      expect(rest).toMatchObject({ lost: [], doubled: [], refused: [] });
      expect(acknowledged).toBeGreaterThan(KILLS * 20);
    }),
  60_000 + KILLS * 10_000,
);

test('after an ordered stop and a start, every acknowledged event is stored once', () =>
  underLoad(async (load) => {
    await forAWhile();
    await load.server.stop();
    await load.crash();
    await forAWhile();
    expect(await load.settle()).toMatchObject({ lost: [], doubled: [] });
  }));
