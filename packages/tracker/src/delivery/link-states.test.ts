import { expect, test } from 'vitest';
import { nextLinkState, type LinkSignal, type LinkState } from './link-states.ts';

const signals: LinkSignal[] = ['wanted', 'welcomed', 'lost', 'due', 'refused', 'left', 'returned'];
const table: [LinkState, LinkState[]][] = [
  ['idle', ['connecting', 'idle', 'idle', 'idle', 'stopped', 'away', 'idle']],
  ['connecting', ['connecting', 'open', 'waiting', 'connecting', 'stopped', 'away', 'connecting']],
  ['open', ['open', 'open', 'waiting', 'open', 'stopped', 'away', 'open']],
  ['waiting', ['connecting', 'waiting', 'waiting', 'connecting', 'stopped', 'away', 'waiting']],
  ['away', ['away', 'away', 'away', 'away', 'stopped', 'away', 'idle']],
  ['stopped', ['stopped', 'stopped', 'stopped', 'stopped', 'stopped', 'stopped', 'stopped']],
];
const cells = table.flatMap(([state, row]) => row.map((next, at) => [state, signals[at] ?? 'due', next] as const));

test('the table has every state under every signal', () => {
  expect(Object.keys(nextLinkState)).toEqual(table.map(([state]) => state));
  for (const row of Object.values(nextLinkState)) expect(Object.keys(row)).toEqual(signals);
});

test.each(cells)('%s, when %s, is %s', (state, signal, next) => {
  expect(nextLinkState[state][signal]).toBe(next);
});
