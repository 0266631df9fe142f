import { expect, test } from 'vitest';
import { deadClicks } from './dead-clicks.ts';
import { formStarted } from './form-started.ts';
import type { Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { parameterProblem } from './parameter-problem.ts';
import { qualityFlags } from './quality-flags.ts';
import { rageClicks } from './rage-clicks.ts';
import { rageEpisodes } from './rage-episodes.ts';

test('the parameters and presets of every metric have no problem', () => {
  for (const metric of METRICS) {
    for (const parameters of [metric.parameters, ...metric.presets.map((preset) => preset.parameters)]) {
      expect(parameterProblem(metric, parameters)).toBeUndefined();
    }
  }
});

test.each([
  [rageClicks, { windowMs: 0 }, undefined],
  [rageClicks, { windowMs: -1 }, 'rage_clicks.seed: windowMs must be a number of at least 0, got -1'],
  [deadClicks, { networkMs: -1 }, undefined],
  [deadClicks, { mutationMs: -1 }, undefined],
  [deadClicks, { repeatMs: -1 }, 'dead_click: repeatMs must be a number of at least 0, got -1'],
  [deadClicks, { networkMs: -2 }, 'dead_click: networkMs must be a number of at least -1, got -2'],
  [rageClicks, { windowMs: '300' }, 'rage_clicks.seed: windowMs must be a number of at least 0, got "300"'],
  [rageClicks, { window: 3 }, 'rage_clicks.seed has no parameter "window"; expected windowMs'],
  [rageEpisodes, { inclusive: 1 }, 'rage_episode: inclusive must be true or false, got 1'],
  [rageEpisodes, { distance: 'hamming' }, 'rage_episode: distance must be one of euclidean, manhattan, got "hamming"'],
  [rageEpisodes, { tags: ['a', ''] }, 'rage_episode: tags must be a list of texts, got ["a",""]'],
  [formStarted, { form: 'checkout', start: 'change' }, undefined],
  [qualityFlags, { thresholds: { pastes: 2 } }, undefined],
  [qualityFlags, { thresholds: { pastes: 'many' } }, 'quality_flags: thresholds must be an object, got {"pastes":"many"}'],
] as [Metric, Record<string, unknown>, string | undefined][])('%o with %j: %s', (metric, given, problem) => {
  expect(parameterProblem(metric, given)).toBe(problem);
});
