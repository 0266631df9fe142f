import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { quickBacks } from './quick-backs.ts';

const page = (at: number, url: string) => event('pageView', at, { url });
const there = (backAt: number) => [page(0, '/list'), page(10_000, '/item'), page(backAt, '/list')];

test.each([
  ['6,999 ms is quick', there(16_999), 1],
  ['7,000 ms is not', there(17_000), 0],
  ['on to a third page is no return', [page(0, '/a'), page(1_000, '/b'), page(2_000, '/c')], 0],
  ['the same address again is no return', [page(0, '/a'), page(1_000, '/a'), page(2_000, '/a')], 0],
  ['299 ms without input is a redirect', there(10_299), 0],
  ['300 ms is none', there(10_300), 1],
  ['nor is a shorter one with a click', [...there(10_200), event('click', 10_100)], 1],
  [
    'hidden time is not counted',
    [...there(40_000), event('visibilityChange', 12_000, { visible: false }), event('visibilityChange', 38_000, { visible: true })],
    1,
  ],
  ['presence decides where it was told', [...there(40_000), event('presence', 12_000, { state: 'visible', lengthMs: 2_000 })], 1],
  ['tabs are followed one by one', there(12_000).map((one, index) => ({ ...one, tab: `${index}` as TabId })), 0],
])('%s', (_, events, count) => {
  expect(measure(events, quickBacks)).toEqual([count]);
});
