import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { exampleEvents } from './example-events.ts';
import { GROUPS } from './groups.ts';
import { measure } from './measure.ts';
import { metricId, type Metric } from './metric.ts';
import { METRICS } from './metrics.ts';
import { withParameters } from './with-parameters.ts';

const page = new URL('../../../docs/metrics.md', import.meta.url);
const named = METRICS.map((metric): [string, Metric] => [metricId(metric), metric]);

test('docs/metrics.md says what the code does (UPDATE_DOCS=1 writes it anew)', () => {
  const now = catalogue(METRICS);
  if (process.env.UPDATE_DOCS) writeFileSync(page, now);
  expect(now).toBe(readFileSync(page, 'utf8'));
});

test.each(named)('the worked example of %s gives the value it says', (_, metric) => {
  expect(measure(exampleEvents(metric.example), metric)).toEqual([metric.example.value]);
});

test.each(named)('the parameters and value of %s are JSON, in default and presets, with or without events', (_, metric) => {
  expect(metric.version).toBeGreaterThan(0);
  expect(Object.keys(GROUPS)).toContain(metric.group);
  for (const preset of [{ name: 'default', source: '', parameters: {} }, ...metric.presets]) {
    const one = withParameters(metric, preset.parameters);
    expect(Object.keys(metric.parameters)).toEqual(expect.arrayContaining(Object.keys(preset.parameters)));
    expect(JSON.parse(JSON.stringify(one.parameters))).toEqual(one.parameters);
    for (const events of [[], exampleEvents(metric.example)]) {
      const [value] = measure(events, one);
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    }
  }
});

test.each(named.filter(([, { columns }]) => columns))('the columns of %s are those of its rows', (_, { columns = {}, example }) => {
  const rows = Array.isArray(example.value) ? example.value : [example.value];
  for (const row of rows) expect(Object.keys(row as object)).toEqual(Object.keys(columns));
});
