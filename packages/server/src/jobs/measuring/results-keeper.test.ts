import { expect, test } from 'vitest';
import type { MeasuredRows } from '../../store/store-results.ts';
import { resultsKeeper } from './results-keeper.ts';

const row = { metric: 'clicks', version: 1, parameters: '', amount: '', kind: '', part: '', session: 's', value: 1, eventsSeen: 1 };
const sessions = (count: number) => Array.from({ length: count }, (_, index) => ({ session: String(index), eventsSeen: 1 }));

test.each([
  [19_999, 1, []],
  [20_000, 1, [[20_000, 1]]],
  [1, 99_999, []],
  [1, 100_000, [[1, 100_000]]],
])('after %d sessions with %d numbers it has stored %j', async (count, numbers, expected) => {
  const stored: MeasuredRows[] = [];
  const keeper = resultsKeeper({ storeResults: async (rows) => void stored.push(rows) }, { flight: 'f', definitions: 'd' });
  await keeper.add({ results: Array.from({ length: numbers }, () => row), readings: [], sessions: sessions(count) });
  expect(stored.map((rows) => [rows.sessions.length, rows.results.length])).toEqual(expected);
  await keeper.flush();
  await keeper.flush();
  expect(stored).toHaveLength(1);
  expect(stored[0]).toMatchObject({ flight: 'f', definitions: 'd' });
});

test('sessions without any number are kept as measured', async () => {
  const stored: MeasuredRows[] = [];
  const keeper = resultsKeeper({ storeResults: async (rows) => void stored.push(rows) }, { flight: 'f', definitions: 'd' });
  await keeper.add({ results: [], readings: [], sessions: sessions(2) });
  await keeper.flush();
  expect(stored).toMatchObject([{ results: [], sessions: sessions(2) }]);
});
