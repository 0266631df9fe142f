import { describe, expect, test } from 'vitest';
import { formatAgo } from './format-ago.ts';
import { formatDuration } from './format-duration.ts';
import { exactInstant, formatInstant } from './format-instant.ts';
import { formatOffset } from './format-offset.ts';

describe('a length of time', () => {
  test.each([
    [0, '0.0 s'],
    [49, '0.0 s'],
    [50, '0.1 s'],
    [14_249, '14.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1:00 min'],
    [60_000, '1:00 min'],
    [185_400, '3:05 min'],
    [3_599_499, '59:59 min'],
    [3_599_500, '1:00 h'],
    [7_440_000, '2:04 h'],
    [90_000_000, '25:00 h'],
    [-1, '–'],
    [Number.NaN, '–'],
  ])('of %d ms reads %s', (ms, expected) => {
    expect(formatDuration(ms)).toBe(expected);
  });
});

describe('a moment within a session', () => {
  test.each([
    [0, '00:00.000'],
    [14_207, '00:14.207'],
    [59_999.6, '01:00.000'],
    [3_723_004, '1:02:03.004'],
    [-1_500, '−00:01.500'],
  ])('%d ms after the start reads %s', (ms, expected) => {
    expect(formatOffset(ms)).toBe(expected);
  });
});

describe('an instant', () => {
  const now = Date.UTC(2026, 2, 3, 10, 0, 0);
  const options = { now, timeZone: 'UTC', locale: 'en-GB' };

  test.each([
    ['today by its clock', Date.UTC(2026, 2, 3, 0, 0, 0), '00:00:00'],
    ['yesterday with the day', Date.UTC(2026, 2, 2, 23, 59, 59), '2 Mar, 23:59'],
    ['last year with the year', Date.UTC(2025, 11, 31, 23, 59, 0), '31 Dec 2025, 23:59'],
  ])('is shown %s', (_, at, expected) => {
    expect(formatInstant(at, options)).toBe(expected);
  });

  test('falls on the day of the reader’s zone, not of UTC', () => {
    const lateInTokyo = Date.UTC(2026, 2, 2, 16, 0, 0);
    expect(formatInstant(lateInTokyo, { ...options, timeZone: 'Asia/Tokyo' })).toBe('01:00:00');
  });

  test('is exact on hover: milliseconds, zone and UTC', () => {
    const said = exactInstant(Date.UTC(2026, 2, 3, 9, 8, 7, 6), { timeZone: 'Europe/Berlin', locale: 'en-GB' });
    expect(said).toContain('10:08:07.006');
    expect(said.split('\n')[1]).toBe('2026-03-03T09:08:07.006Z');
  });
});

describe('how long ago', () => {
  const now = 1_000_000_000;
  test.each([
    [0, 'now'],
    [999, 'now'],
    [12_000, '12 seconds ago'],
    [59_999, '59 seconds ago'],
    [60_000, '1 minute ago'],
    [3_600_000, '1 hour ago'],
    [86_400_000, 'yesterday'],
    [172_800_000, '2 days ago'],
    [-500, 'now'],
  ])('%d ms before reads %s', (ms, expected) => {
    expect(formatAgo(now - ms, { now })).toBe(expected);
  });
});
