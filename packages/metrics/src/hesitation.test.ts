import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { event } from './event.fake.ts';
import { hesitation } from './hesitation.ts';
import { measure } from './measure.ts';

const move = (at: number, clientX: number) => event('cursorTracking', at, { clientX, clientY: 0 });
const enter = (at: number, name = 'buy') => event('mouseenter', at, { name });
const click = (at: number, name = 'buy') => event('click', at, { name });

test.each([
  ['500 ms of rest', [move(0, 0), enter(100), click(600)], [[500, 500]]],
  ['499 ms', [move(0, 0), enter(100), click(599)], []],
  ['a movement in between parts the rest', [move(0, 0), enter(100), move(800, 50), click(1_000)], [[900, 500]]],
  ['two short rests are none', [move(0, 0), enter(100), move(700, 50), click(1_100)], []],
  ['less than 5 px/s is rest', [move(0, 0), enter(100), move(350, 0.9), click(600)], [[500, 500]]],
  ['5 px/s is movement', [move(0, 0), enter(100), move(350, 1), click(600)], []],
  ['the last entry counts', [move(0, 0), enter(100), event('mouseleave', 900, { name: 'buy' }), enter(1_000), click(1_100)], []],
  ['another element', [move(0, 0), enter(100), click(900, 'sell')], []],
  [
    'a field from focus to change',
    [move(0, 0), event('focusin', 100, { name: 'size' }), event('change', 800, { name: 'size' })],
    [[700, 700]],
  ],
  ['a tab without pointer positions', [enter(100), click(900)], []],
  ['another tab', [move(0, 0), enter(100), { ...click(900), tab: 'b' as TabId }], []],
])('%s', (_, events, expected) => {
  expect(measure(events, hesitation)[0].map(({ waitedMs, restedMs }) => [waitedMs, restedMs])).toEqual(expected);
});
