import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { hoverDwell } from './hover-dwell.ts';
import { measure } from './measure.ts';

const enter = (at: number, name?: string) => event('mouseenter', at, { name });
const leave = (at: number, name?: string) => event('mouseleave', at, { name });

test.each([
  ['100 ms counts', [enter(0, 'a'), leave(100, 'a')], [['a', 1, 100]]],
  ['99 ms does not', [enter(0, 'a'), leave(99, 'a')], []],
  [
    'an element inside another',
    [enter(0, 'card'), enter(100, 'link'), leave(400, 'link'), leave(1_000, 'card')],
    [
      ['card', 1, 1_000],
      ['link', 1, 300],
    ],
  ],
  ['names of entering and leaving that differ', [enter(0, 'IN'), leave(500, 'OUT')], [['IN', 1, 500]]],
  ['no names at all', [enter(0), leave(500)], [[null, 1, 500]]],
  ['leaving without entering', [leave(500, 'a')], []],
  ['a page that ended in between', [enter(0, 'a'), event('pageLeft', 100), leave(500, 'a')], []],
  ['another tab', [enter(0, 'a'), { ...leave(500, 'a'), tab: 'b' as TabId }], []],
])('%s', (_, events, rows) => {
  expect(measure(events, hoverDwell)[0].map(({ name, hovers, dwellMs }) => [name, hovers, dwellMs])).toEqual(rows);
});
