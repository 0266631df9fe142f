import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOfMinute, minuteIn } from './zoned-minute.ts';

describe('a minute in a zone', () => {
  test.each([
    ['UTC', '2026-03-01T00:00', '2026-03-01T00:00:00Z'],
    ['Europe/Berlin', '2026-03-01T00:00', '2026-02-28T23:00:00Z'],
    ['Europe/Berlin', '2026-07-01T00:00', '2026-06-30T22:00:00Z'],
    ['Asia/Kathmandu', '2026-03-01T05:45', '2026-03-01T00:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00Z'],
    ['America/New_York', '2026-11-01T00:59', '2026-11-01T04:59:00Z'],
  ])('in %s, %s is %s', (zone, minute, instant) => {
    expect(instantOfMinute(minute, zone)).toBe(Date.parse(instant));
    expect(minuteIn(Date.parse(instant), zone)).toBe(minute);
  });

  test('that comes twice as clocks go back is the first of the two', () => {
    expect(instantOfMinute('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-10-25T00:30:00Z'));
    expect(minuteIn(Date.parse('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toBe('2026-10-25T02:30');
  });

  test('that clocks leap over counts on from before the leap', () => {
    expect(instantOfMinute('2026-03-29T02:30', 'Europe/Berlin')).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });

  test.each(['', 'soon', '2026-13-01T00:00'])('that is none, %j, is NaN', (minute) => {
    expect(instantOfMinute(minute, 'UTC')).toBeNaN();
  });

  test('is read as it was written, in every zone, but for an hour that comes twice', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Chatham');
    fc.assert(
      fc.property(zones, fc.integer({ min: 16_000_000, max: 66_000_000 }), (zone, minutes) => {
        const at = minutes * 60_000;
        const minute = minuteIn(at, zone);
        const again = instantOfMinute(minute, zone);
        expect(minuteIn(again, zone)).toBe(minute);
        expect(at - again === 0 || at - again === 3_600_000 || at - again === 1_800_000).toBe(true);
      }),
    );
  });
});
