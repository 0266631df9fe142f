import { deadClicks, measure, metricId, rageBursts, withParameters, type Metric } from '@sightline/metrics';
import { describe, expect, test } from 'vitest';
import { growing } from '../../data/growing.ts';
import { fakeEvent } from '../../event-fakes.ts';
import { changedData } from './changed-data.ts';
import { momentRules, type MomentRules } from './moment-rules.ts';
import { momentsOf } from './moments-of.ts';

const kindsOf = (events: ReturnType<typeof fakeEvent>[], rules?: MomentRules) =>
  growing(() => momentsOf(rules))(events).map(({ kind, at }) => [kind, at]);

const measuredBy = (metric: Pick<Metric, 'name' | 'version' | 'title' | 'group' | 'unit' | 'definition' | 'parameters'>) => ({
  ...metric,
  metric: metricId(metric),
  value: null,
});

describe('what stands out', () => {
  test('pages, errors and failed requests do', () => {
    const events = [
      fakeEvent({ name: 'pageView', at: 1, details: { url: 'https://a.example/', title: 'A' } }),
      fakeEvent({ name: 'pageError', at: 2, details: { message: 'no' } }),
      fakeEvent({ name: 'networkFailure', at: 3, details: { url: '/x', status: 500 } }),
      fakeEvent({ name: 'scroll', at: 4 }),
    ];
    expect(kindsOf(events)).toEqual([
      ['page', 1],
      ['error', 2],
      ['network', 3],
    ]);
  });

  test('three clicks a second apart are a burst, where it began', () => {
    const clicks = [0, 1_000, 2_000].map((at, sequence) => fakeEvent({ name: 'click', at, sequence, details: { path: '#a' } }));
    expect(kindsOf(clicks)).toEqual([['rage', 0]]);
    expect(kindsOf(clicks.slice(1))).toEqual([]);
  });

  test('a click is dead by the published rule: 2,500 ms are in time, 2,501 are not', () => {
    const outcomes = [2_500, 2_501].map((mutationMs, sequence) =>
      fakeEvent({
        name: 'clickOutcome',
        at: sequence,
        sequence,
        details: { path: '#a', tag: 'button', watchedMs: mutationMs, mutationMs },
      }),
    );
    expect(kindsOf(outcomes)).toEqual([['dead', 1]]);
  });

  test('as many clicks are dead as the session’s figure counts, by whatever rule it was measured', () => {
    const again = [0, 999, 1_999].map((at, sequence) =>
      fakeEvent({ name: 'clickOutcome', at, sequence, details: { path: '#a', tag: 'button', watchedMs: 7_000 } }),
    );
    for (const { parameters } of [{ parameters: {} }, ...deadClicks.presets]) {
      const metric = withParameters(deadClicks, parameters);
      const rules = momentRules([measuredBy(metric)]);
      expect(kindsOf(again, rules)).toHaveLength(measure(again, metric)[0] ?? Number.NaN);
    }
  });

  test('bursts go by the rule that the session was measured by', () => {
    const clicks = [0, 400, 800].map((at, sequence) => fakeEvent({ name: 'click', at, sequence, details: { path: '#a' } }));
    expect(kindsOf(clicks, momentRules([]))).toEqual([['rage', 0]]);
    expect(kindsOf(clicks, momentRules([measuredBy(withParameters(rageBursts, { least: 4 }))]))).toEqual([]);
  });

  test('a changed condition does, but not the one a session begins with', () => {
    const events = ['c1', 'c1', 'c2'].map((condition, at) => fakeEvent({ name: 'x', at, applicationSpecificData: { condition } }));
    expect(growing(() => momentsOf())(events)).toEqual([{ kind: 'condition', at: 2, label: 'Data changed: condition c2' }]);
  });
});

test.each([
  ['a value', { a: 1 }, { a: 2 }, { a: 2 }],
  ['a field more', { a: 1 }, { a: 1, b: 'x' }, { b: 'x' }],
  ['a field less', { a: 1, b: 'x' }, { a: 1 }, { b: null }],
  ['nothing', { a: { b: 1 } }, { a: { b: 1 } }, undefined],
])('%s changed', (_, before, after, expected) => {
  expect(changedData({ applicationSpecificData: before }, { applicationSpecificData: after })).toEqual(expected);
});
