import { expect, test } from 'vitest';
import { createPace } from './pace.ts';

test('an address may use a second’s worth at once, and then waits for its share', () => {
  let now = 0;
  const pace = createPace({ limits: { perAddress: 2, perFlight: 0 }, now: () => now });
  expect([pace('a', 'f'), pace('a', 'f'), pace('a', 'f'), pace('b', 'f')]).toEqual([0, 0, 500, 0]);
  now = 499;
  expect(pace('a', 'f')).toBe(1);
  now = 500;
  expect([pace('a', 'f'), pace('a', 'f')]).toEqual([0, 500]);
});

test('a flight’s limit holds for all addresses together', () => {
  const pace = createPace({ limits: { perAddress: 0, perFlight: 1 }, now: () => 0 });
  expect([pace('a', 'f'), pace('b', 'f'), pace('b', 'g'), pace('b', undefined)]).toEqual([0, 1_000, 0, 0]);
});

test('a clock set back does not shut anybody out', () => {
  let now = 10_000;
  const pace = createPace({ limits: { perAddress: 1, perFlight: 0 }, now: () => now });
  pace('a', undefined);
  now = 0;
  expect(pace('a', undefined)).toBe(1_000);
  now = 1_000;
  expect(pace('a', undefined)).toBe(0);
});

test('zero is no limit', () => {
  const pace = createPace({ limits: { perAddress: 0, perFlight: 0 }, now: () => 0 });
  expect(Array.from({ length: 100 }, () => pace('a', 'f')).every((wait) => wait === 0)).toBe(true);
});
