import { expect, test } from 'vitest';
import { fakeTime } from '../tracker.fake.ts';
import { createClock } from './clock.ts';

test('an event keeps its own time, on both clocks', async () => {
  const time = fakeTime(1_000_000);
  const moment = createClock(time);
  await time.pass(500);
  expect(moment(480)).toEqual({ timestamp: 1_000_480, at: 480, epoch: 0 });
  expect(moment()).toEqual({ timestamp: 1_000_500, at: 500, epoch: 0 });
});

test.each([
  [250, 0],
  [251, 1],
  [-250, 0],
  [-251, 1],
])('clocks that jump apart by %i ms begin %i new epochs', (byMs, epochs) => {
  const time = fakeTime();
  const moment = createClock(time);
  time.setWall(byMs);
  expect(moment().epoch).toBe(epochs);
  expect(moment().epoch).toBe(epochs);
});

test.each([[-5], [1e12], [Number.NaN]])('an event that claims the time %s is timed as it is seen', async (at) => {
  const time = fakeTime();
  const moment = createClock(time);
  await time.pass(70);
  expect(moment(at).at).toBe(70);
});
