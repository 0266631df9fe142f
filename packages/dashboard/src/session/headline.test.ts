import type { MetricResult, SessionDetail } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { headline } from './headline.ts';

const metric = (name: string, value: unknown, unit = 'count'): MetricResult => ({
  metric: `${name}@1`,
  title: name,
  group: 'time',
  unit,
  definition: '',
  parameters: {},
  value,
});
const session = { pageViews: 7 } as SessionDetail['session'];
const whole = { expected: 10, stored: 10, refused: 0, tabs: [] };
const gap = { tab: 't' as never, expected: 10, stored: 7, missing: [{ from: 3, to: 4 }], refused: 1 };
const flag = { flag: 'pastes', value: 2, threshold: 0 };

test.each([
  [
    'keeps to its own order',
    [metric('clicks', 3), metric('session_duration', 74_000, 'ms')],
    whole,
    'session_duration 1:14 min, clicks 3, Pages 7',
  ],
  ['leaves out what is not in it', [metric('pastes', 2)], whole, 'Pages 7'],
  ['tells what was not measured', [metric('active_time', null, 'ms')], whole, 'active_time –, Pages 7'],
  ['is silent about good data', [metric('quality_flags', [])], whole, 'Pages 7'],
  ['counts raised flags', [metric('quality_flags', [flag])], whole, 'Pages 7, quality_flags 1'],
  ['counts missing events', [], { ...whole, stored: 7, refused: 1, tabs: [gap] }, 'Pages 7, Events missing 2'],
  ['does not guess what an unnumbered session misses', [], { ...whole, expected: null }, 'Pages 7'],
])('the headline %s', (_, metrics, completeness, expected) => {
  expect(
    headline({ session, metrics, completeness })
      .map(({ title, figure }) => `${title} ${figure}`)
      .join(', '),
  ).toBe(expected);
});
