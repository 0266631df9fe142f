import { describe, expect, test } from 'vitest';
import { fakeEvent } from '../event-fakes.ts';
import { growing } from '../data/growing.ts';
import { lanesOf } from './lanes-of.ts';
import { nearest } from './nearest.ts';
import { tickLabel } from './tick-label.ts';
import { timelineScale } from './timeline-scale.ts';

describe('the scale', () => {
  const scale = timelineScale({ from: 1_000, to: 61_000, width: 600 });

  test.each([
    [1_000, 0],
    [31_000, 300],
    [61_000, 600],
  ])('puts %d at %d pixels, and back', (at, x) => {
    expect(scale.xOf(at)).toBe(x);
    expect(scale.atOf(x)).toBe(at);
  });

  test('keeps to its ends', () => {
    expect([scale.atOf(-50), scale.atOf(9_999)]).toEqual([1_000, 61_000]);
  });

  test('puts ticks at round distances from the start', () => {
    expect(scale.ticks(90).map((at) => at - 1_000)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  });

  test.each([
    ['a session of one instant', { from: 5, to: 5, width: 400 }],
    ['a page without width yet', { from: 0, to: 1_000, width: 0 }],
    ['a year', { from: 0, to: 31_536_000_000, width: 400 }],
  ])('holds for %s', (_, ends) => {
    const odd = timelineScale(ends);
    expect(Number.isFinite(odd.xOf(ends.from))).toBe(true);
    expect(odd.ticks(88).length).toBeLessThan(20);
  });
});

test.each([
  [0, '0'],
  [250, '250 ms'],
  [1_000, '1 s'],
  [1_500, '1.5 s'],
  [15_000, '15 s'],
  [150_000, '2:30'],
  [3_900_000, '1:05:00'],
])('a tick at %d ms is labelled %s', (ms, label) => {
  expect(tickLabel(ms)).toBe(label);
});

test.each([
  [0, 0],
  [14, 0],
  [15, 0],
  [16, 1],
  [99, 2],
])('nearest to %d is item %d', (at, index) => {
  expect(nearest([{ at: 10 }, { at: 20 }, { at: 30 }], at)).toBe(index);
});

test('nothing is nearest among nothing', () => {
  expect(nearest([], 5)).toBe(-1);
});

describe('lanes', () => {
  const read = growing(() => lanesOf(timelineScale({ from: 0, to: 1_000, width: 100 })));

  test('there is one for each tab, in the order in which they began', () => {
    const lanes = read([fakeEvent({ tab: 'b', at: 0 }), fakeEvent({ tab: 'a', at: 10 }), fakeEvent({ tab: 'b', at: 20 })]);
    expect(lanes.map(({ tab, from, to, events }) => [tab, from, to, events.length])).toEqual([
      ['b', 0, 20, 2],
      ['a', 10, 10, 1],
    ]);
  });

  test('a page lasts until the next begins; events without an address belong to the page that is open', () => {
    const [lane] = read([
      fakeEvent({ at: 0, url: '/a' }),
      fakeEvent({ at: 100 }),
      fakeEvent({ at: 200, url: '/b' }),
      fakeEvent({ at: 300, url: '/b' }),
    ]);
    expect(lane?.pages).toEqual([
      { from: 0, to: 200, url: '/a' },
      { from: 200, to: 300, url: '/b' },
    ]);
  });

  test('the same page opened again is a page view of its own', () => {
    const [lane] = read([fakeEvent({ at: 0, url: '/a', name: 'pageView' }), fakeEvent({ at: 100, url: '/a', name: 'pageView' })]);
    expect(lane?.pages).toHaveLength(2);
  });

  test('events of a kind that fall together are one mark, and marks know their share of the fullest', () => {
    const [lane] = read([0, 10, 20, 500].map((at) => fakeEvent({ at })));
    expect(lane?.marks.map(({ count, share }) => [count, share])).toEqual([
      [3, 1],
      [1, 1 / 3],
    ]);
  });

  test('pages too short to be told apart are drawn as the one that stayed', () => {
    const [lane] = read([0, 10, 20, 500].map((at) => fakeEvent({ at, url: `/${at}`, name: 'pageView' })));
    expect(lane?.pages).toEqual([
      { from: 0, to: 500, url: '/20' },
      { from: 500, to: 500, url: '/500' },
    ]);
  });

  test('read bit by bit they are what they are read at once', () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      fakeEvent({ sequence: index, at: index * 16, url: `/${index >> 3}`, tab: index % 3 ? 'a' : 'b' }),
    );
    for (const end of [1, 2, 20, 21, 60]) read(events.slice(0, end));
    expect(read(events)).toEqual(growing(() => lanesOf(timelineScale({ from: 0, to: 1_000, width: 100 })))(events));
  });
});
