import { expect, test } from 'vitest';
import { definitionsOf, parametersHash } from './definitions.ts';

const set = (metric: string, parameters: object) => ({ metric, preset: null, parameters: parameters as never });
const hashOf = (metric: string, ...settings: ReturnType<typeof set>[]) =>
  definitionsOf(settings).definitions.find((one) => one.metric.name === metric)?.parameters;

test('a metric that every session has goes by its own parameters alone', () => {
  expect(hashOf('clicks', set('rage_episode', { least: 5 }))).toBe(hashOf('clicks'));
  expect(hashOf('rage_episode', set('rage_episode', { least: 5 }))).not.toBe(hashOf('rage_episode'));
  expect(hashOf('rage_bursts', set('rage_episode', { least: 5 }))).toBe(hashOf('rage_bursts'));
});

test('a metric that only some sessions have is another one where its group is told by other events', () => {
  const query = { query: ['submit/query'] };
  expect(hashOf('search_max_rank', set('search_queries', query))).not.toBe(hashOf('search_max_rank'));
  expect(hashOf('search_queries', set('search_queries', query))).toBe(parametersHash({ ...definitionOf('search_queries'), ...query }));
  expect(hashOf('form_viewed', set('search_queries', query))).toBe(hashOf('form_viewed'));
});

test('it is the same whatever was set first, and the same again with the defaults', () => {
  const [one, other] = [set('search_queries', { query: ['a'] }), set('search_max_rank', { query: ['b'] })];
  expect(definitionsOf([one, other])).toEqual(definitionsOf([other, one]));
  expect(definitionsOf([set('search_queries', definitionOf('search_queries'))]).hash).toBe(definitionsOf([]).hash);
});

const definitionOf = (name: string) => definitionsOf([]).definitions.find(({ metric }) => metric.name === name)?.metric.parameters ?? {};
