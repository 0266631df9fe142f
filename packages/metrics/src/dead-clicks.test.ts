import { expect, test } from 'vitest';
import type { JsonObject } from '@sightline/protocol';
import { deadClicks } from './dead-clicks.ts';
import { event } from './event.fake.ts';
import { measure } from './measure.ts';
import { unjudgedClicks } from './unjudged-clicks.ts';
import { withParameters } from './with-parameters.ts';

const outcome = (details: JsonObject = {}, at = 0) =>
  event('clickOutcome', at, { path: '#buy', tag: 'button', watchedMs: 7_000, ...details });
const rules = Object.fromEntries(deadClicks.presets.map(({ name, parameters }) => [name, withParameters(deadClicks, parameters)]));

test.each([
  ['nothing at all', {}, 1],
  ['a mutation after 2,500 ms', { mutationMs: 2_500 }, 0],
  ['a mutation after 2,501 ms', { mutationMs: 2_501 }, 1],
  ['scrolling after 100 ms', { scrollMs: 100 }, 0],
  ['scrolling after 101 ms', { scrollMs: 101 }, 1],
  ['a selection after 101 ms', { selectionMs: 101 }, 1],
  ['a window that was left 1,000 ms before', { visibilityMs: -1_000 }, 0],
  ['a window that was left 1,001 ms before', { visibilityMs: -1_001 }, 1],
  ['a request', { networkMs: 0 }, 0],
  ['a field that changed', { inputMs: 3 }, 0],
  ['what cannot be judged', { unjudgeable: true }, 0],
])('%s after a click', (_, details, dead) => {
  expect(measure([outcome(details)], deadClicks)).toEqual([dead]);
});

test.each([
  ['mutationMs', 2_500],
  ['navigationMs', 2_500],
  ['networkMs', 2_500],
  ['inputMs', 2_500],
  ['focusMs', 2_500],
  ['mediaMs', 2_500],
  ['scrollMs', 100],
  ['selectionMs', 100],
  ['visibilityMs', 1_000],
])('%s up to %i after a click saves it', (kind, limit) => {
  expect(measure([outcome({ [kind]: limit })], deadClicks)).toEqual([0]);
  expect(measure([outcome({ [kind]: limit + 1 })], deadClicks)).toEqual([1]);
});

test.each([
  ['PostHog', { networkMs: 5 }, 1],
  ['PostHog', { tag: 'a' }, 0],
  ['OpenReplay', { mutationMs: 1_234 }, 0],
  ['OpenReplay', { mutationMs: 1_235 }, 1],
  ['Sentry', { mutationMs: 7_000 }, 0],
  ['Sentry', { scrollMs: 300 }, 0],
  ['Sentry', { scrollMs: 301 }, 1],
  ['Sentry', { tag: 'div' }, 0],
])('by the rule of %s, %o', (preset, details, dead) => {
  expect(measure([outcome(details)], rules[preset] ?? deadClicks)).toEqual([dead]);
});

test.each([
  [999, 1],
  [1_000, 2],
])('PostHog leaves out the same element %d ms later', (ms, dead) => {
  expect(measure([outcome({}, 0), outcome({}, ms)], rules.PostHog ?? deadClicks)).toEqual([dead]);
});

test('clicks without outcomes say nothing, no clicks at all that none was dead', () => {
  expect(measure([event('click', 0)], deadClicks)).toEqual([null]);
  expect(measure([], deadClicks)).toEqual([0]);
});

test('what cannot be judged is counted apart', () => {
  expect(
    measure(
      [outcome({ unjudgeable: true }), outcome()].map((one, sequence) => ({ ...one, sequence })),
      unjudgedClicks,
    ),
  ).toEqual([1]);
});
