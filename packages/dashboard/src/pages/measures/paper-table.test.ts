import type { MeasureAcross, MeasuredGroup } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { asCsv, asLatex, asMarkdown, paperTable } from './paper-table.ts';

const group = (key: string, changes: Partial<MeasuredGroup> = {}): MeasuredGroup => ({
  key,
  sessions: 10,
  measured: 10,
  n: 10,
  mean: 7.3,
  sd: 2.902,
  min: 3,
  q1: 5.05,
  median: 7.15,
  q3: 9.025,
  max: 12.5,
  whiskers: [3, 12.5],
  medianInterval: [4.7, 10.3],
  rate: null,
  histogram: [],
  points: [],
  ...changes,
});
const measure = (changes: Partial<MeasureAcross> = {}): MeasureAcross => ({
  metric: 'clicks@1',
  title: 'Clicks, "all"',
  unit: 'count',
  definition: '',
  amount: '',
  parameters: {},
  preset: null,
  by: 'field:condition',
  groups: [group('b_1'), group('a', { n: 0, mean: null, sd: null, median: null })],
  groupsInAll: 2,
  comparison: {
    overall: null,
    pairs: [
      {
        first: 0,
        second: 1,
        difference: { value: -2, interval: null },
        cliffsDelta: { value: -0.525, interval: [-0.8216, -0.0048] },
        hedgesG: null,
        test: 'mannWhitney',
        statistic: 61,
        p: 0.0676,
        pHolm: 0.0676,
      },
    ],
  },
  progress: { state: 'idle', done: 0, total: 0 },
  ...changes,
});
const table = paperTable([measure()], (key) => key);

test('groups stand in alphabetical order, whatever their size, and one without values has dashes', () => {
  expect(table.head.slice(0, 7)).toEqual(['Measure', 'a: n', 'M (SD)', 'Mdn', 'IQR', '95 % CI', 'b_1: n']);
  expect(table.rows).toEqual([
    [
      'Clicks, "all" (count)',
      '0',
      '–',
      '–',
      '–',
      '–',
      '10',
      '7.3 (2.9)',
      '7.15',
      '5.05–9.03',
      '[4.7, 10.3]',
      'U = 61',
      '.068',
      'δ = -0.525 [-0.822, -0.0048]',
    ],
  ]);
});

test('one group is not compared, and times are in the unit that suits them', () => {
  const times = paperTable([measure({ unit: 'ms', groups: [group('', { mean: 61_000, sd: 1_000, q3: 90_000 })] })], () => 'All');
  expect(times.head).toHaveLength(6);
  expect(times.rows[0]?.slice(0, 3)).toEqual(['Clicks, "all" (s)', '10', '61 (1)']);
});

test('Markdown, CSV and LaTeX keep what the table says', () => {
  expect(asMarkdown(table, 'Note.').split('\n')[2]).toContain('| Clicks, "all" (count) | 0 |');
  expect(asCsv(table).split('\r\n')[1]).toMatch(/^"Clicks, ""all"" \(count\)",0,–/);
  const latex = asLatex(table, '100 % of b_1');
  expect(latex).toContain('b\\_1: n');
  expect(latex).toContain('$\\delta$ = -0.525 [-0.822, -0.0048] \\\\');
  expect(latex).toContain('\\caption{100 \\% of b\\_1}');
});
