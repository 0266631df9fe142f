import { expect, test } from 'vitest';
import { clockOffset, corrected } from './clock-offset.ts';

test('the sample with the shortest round trip wins among the last eight', () => {
  const clock = clockOffset();
  expect(clock.see({ sentAt: 1_000, roundTripMs: 400 }, 2_200, 0)).toEqual({ offsetMs: 1_000, errorMs: 201 });
  expect(clock.see({ sentAt: 3_000, roundTripMs: 20 }, 4_015, 0)).toEqual({ offsetMs: 1_005, errorMs: 11 });
  for (let message = 0; message < 7; message += 1) {
    expect(clock.see({ sentAt: 5_000, roundTripMs: 400 }, 6_200, 0)).toEqual({ offsetMs: 1_005, errorMs: 11 });
  }
  expect(clock.see({ sentAt: 5_000, roundTripMs: 400 }, 6_200, 0)).toEqual({ offsetMs: 1_000, errorMs: 201 });
});

test('of equal round trips the message that came quickest wins', () => {
  const clock = clockOffset();
  clock.see({ sentAt: 1_000, roundTripMs: 20 }, 1_900, 0);
  expect(clock.see({ sentAt: 2_000, roundTripMs: 20 }, 2_010, 0)).toEqual({ offsetMs: 0, errorMs: 11 });
});

test('a new clock epoch starts anew', () => {
  const clock = clockOffset();
  clock.see({ sentAt: 1_000, roundTripMs: 20 }, 1_010, 0);
  expect(clock.see({ sentAt: 1_000, roundTripMs: 40 }, 61_020, 1)).toEqual({ offsetMs: 60_000, errorMs: 21 });
});

test('the client’s own estimate wins unless it contradicts the message', () => {
  expect(clockOffset().see({ sentAt: 1_000, roundTripMs: 100, offsetMs: 480 }, 1_540, 0)).toEqual({ offsetMs: 480, errorMs: 51 });
  expect(clockOffset().see({ sentAt: 1_000, roundTripMs: 100, offsetMs: 9_000 }, 1_540, 0)).toEqual({ offsetMs: 490, errorMs: 51 });
});

test('without a round trip only gross differences count', () => {
  expect(clockOffset().see({ sentAt: 0 }, 3_600_000, 0)).toEqual({ offsetMs: 3_595_000, errorMs: 5_001 });
});

test.each([
  [1_000, { offsetMs: 11, errorMs: 11 }, 1_000],
  [1_000, { offsetMs: 12, errorMs: 11 }, 1_012],
  [1_000, { offsetMs: -12, errorMs: 11 }, 988],
  [5, { offsetMs: -12, errorMs: 11 }, 0],
  [1_000, undefined, 1_000],
])('%i with the offset %o is %i', (wallAt, offset, at) => {
  expect(corrected(wallAt, offset)).toBe(at);
});
