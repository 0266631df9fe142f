import type { TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { errorClicks } from './error-clicks.ts';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { withParameters } from './with-parameters.ts';

const click = (at: number) => event('click', at);
const error = (at: number) => event('pageError', at);
const failure = (at: number, durationMs?: number) => event('networkFailure', at, { durationMs });

test.each([
  ['an error after 1,000 ms counts', [click(0), error(1_000)], 1],
  ['after 1,001 ms it does not', [click(0), error(1_001)], 0],
  ['before the click it does not', [error(5), click(10)], 0],
  ['several errors count the click once', [click(0), error(5), error(6)], 1],
  ['every click before it counts', [click(0), click(500), error(900)], 2],
  ['a request that started after the click counts', [click(0), failure(900, 899)], 1],
  ['one that started before does not', [click(10), failure(900, 891)], 0],
  ['one of unknown length counts as of its end', [click(0), failure(900)], 1],
  ['another tab’s does not', [click(0), { ...error(5), tab: 'b' as TabId }], 0],
])('%s', (_, events, count) => {
  expect(measure(events, errorClicks)).toEqual([count]);
});

test('requests can be left out', () => {
  expect(measure([click(0), failure(5), click(10), error(15)], withParameters(errorClicks, { requests: false }))).toEqual([2]);
});
