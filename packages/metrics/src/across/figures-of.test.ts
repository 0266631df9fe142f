import { expect, test } from 'vitest';
import { clicks } from '../clicks.ts';
import { engagedGa4 } from '../engaged-ga4.ts';
import { metricId, type Metric } from '../metric.ts';
import { METRICS } from '../metrics.ts';
import { pageDwellVisible } from '../page-dwell-visible.ts';
import { presenceSource } from '../presence-source.ts';
import { scrollDepthContent } from '../scroll-depth-content.ts';
import { amountsOf } from './amounts-of.ts';
import { figuresOf } from './figures-of.ts';
import { TABLE_RULES } from './table-rules.ts';

test.each(METRICS.filter(({ columns }) => columns).map((metric): [string, Metric] => [metricId(metric), metric]))(
  'the table of %s says what of it can be told across sessions, in columns that it has',
  (_, metric) => {
    const rule = TABLE_RULES[metric.name];
    expect(rule).toBeDefined();
    const columns = ['rows', ...Object.keys(metric.columns ?? {})];
    expect(columns).toEqual(expect.arrayContaining([...Object.keys(rule?.amounts ?? {}), ...(rule?.by ? [rule.by.column] : [])]));
    for (const figure of figuresOf(metric, metric.example.value)) expect(figure.value === null || Number.isFinite(figure.value)).toBe(true);
  },
);

test('rules belong to metrics that there are', () => {
  expect(METRICS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(TABLE_RULES)));
});

test.each([
  [clicks, 7, [{ amount: '', kind: '', part: '', value: 7 }]],
  [clicks, null, [{ amount: '', kind: '', part: '', value: null }]],
  [engagedGa4, true, [{ amount: '', kind: '', part: '', value: 1 }]],
  [presenceSource, 'derived', [{ amount: '', kind: 'value', part: 'derived', value: 1 }]],
  [pageDwellVisible, [], [{ amount: 'dwellMs', kind: '', part: '', value: 0 }]],
  [scrollDepthContent, [], [{ amount: 'depth', kind: '', part: '', value: null }]],
] as [Metric, unknown, object[]][])('%o of %o', (metric, value, expected) => {
  expect(figuresOf(metric, value)).toEqual(expected);
});

test('views of a page are put together, whatever its host and query', () => {
  const rows = [
    { pageView: null, url: 'https://example.org/a?x=1', at: 0, dwellMs: 100 },
    { pageView: null, url: 'https://example.org/b', at: 1, dwellMs: 20 },
    { pageView: null, url: '/a#top', at: 2, dwellMs: 3 },
  ];
  expect(figuresOf(pageDwellVisible as Metric, rows).map(({ kind, part, value }) => [kind, part, value])).toEqual([
    ['', '', 123],
    ['page', '/a', 103],
    ['page', '/b', 20],
  ]);
});

test('means leave out what is not told', () => {
  const rows = [
    { url: '/a', at: 0, depth: 0.5 },
    { url: '/a', at: 1, depth: null },
    { url: '/a', at: 2, depth: 1 },
  ];
  expect(figuresOf(scrollDepthContent as Metric, rows)[0]?.value).toBe(0.75);
  expect(amountsOf(scrollDepthContent as Metric)).toEqual([{ amount: 'depth', unit: 'share', parts: 'page' }]);
});
