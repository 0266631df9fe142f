import { EventType, IncrementalSource, type eventWithTime } from '@rrweb/types';
import { expect, test } from 'vitest';
import { leadingTo } from './leading-to.ts';

const event = (timestamp: number, type: EventType, data: object = {}) => ({ timestamp, type, data }) as unknown as eventWithTime;
const change = (timestamp: number, source: IncrementalSource, more: object = {}) =>
  event(timestamp, EventType.IncrementalSnapshot, { source, ...more });
const times = (events: readonly eventWithTime[], at: number) => leadingTo(events, at).map(({ timestamp }) => timestamp);

test('begins at the last snapshot before the moment, and ends with it', () => {
  const events = [
    event(1, EventType.Meta),
    event(1, EventType.FullSnapshot),
    change(3, IncrementalSource.Mutation),
    event(5, EventType.Meta),
    event(5, EventType.FullSnapshot),
    change(6, IncrementalSource.Mutation),
    change(7, IncrementalSource.Mutation),
  ];
  expect([times(events, 4), times(events, 5), times(events, 6), times(events, 0)]).toEqual([[1, 1, 3], [5, 5], [5, 5, 6], []]);
});

test('keeps every change of the page, and of what is overwritten only the last, each element’s scrolling by itself', () => {
  const events = [
    event(1, EventType.Meta),
    change(2, IncrementalSource.Scroll, { id: 1 }),
    change(3, IncrementalSource.MouseMove),
    change(4, IncrementalSource.Scroll, { id: 2 }),
    change(5, IncrementalSource.Mutation),
    change(6, IncrementalSource.Scroll, { id: 1 }),
    change(7, IncrementalSource.MouseMove),
    change(8, IncrementalSource.Mutation),
    change(9, IncrementalSource.ViewportResize),
    change(10, IncrementalSource.Scroll, { id: 1 }),
  ];
  expect(times(events, 9)).toEqual([1, 4, 5, 6, 7, 8, 9]);
  // Looking back from later shows where things were then.
  expect(times(events, 5)).toEqual([1, 2, 3, 4, 5]);
});
