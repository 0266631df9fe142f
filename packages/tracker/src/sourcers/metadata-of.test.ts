import { expect, test } from 'vitest';
import { metadataOf } from './metadata-of.ts';
import type { Sourcer, Sources } from './sourcer.ts';

const say: Sourcer = (_, { lookFor }) => {
  if (lookFor === 'throw') throw new Error('not today');
  return JSON.parse(String(lookFor));
};
const element = { closest: () => null, getRootNode: () => ({}) } as unknown as Element;
const ask = (...all: string[]) =>
  metadataOf(
    element,
    all.map((lookFor) => ({ nameForLog: 'n', sourcer: 'say', lookFor })),
    { sourcers: { say }, sources: {} as Sources },
  );

test.each([
  ['the first', ['1', '2'], { value: 1 }],
  ['the first that is neither empty nor zero nor false', ['0', '""', 'false', '"x"', '"y"'], { value: 'x' }],
  ['an empty one before none', ['null', '""'], { value: '' }],
  ['the first of the empty ones', ['0', '""'], { value: 0 }],
  ['none', ['null'], { value: null }],
  ['a value after a problem', ['throw', 'false'], { value: false }],
  ['the problem where there is no value', ['throw', 'null'], { value: null, problem: 'not today' }],
])('of several requests with one name the log has %s', (_, all, expected) => {
  expect(ask(...all)).toEqual([{ name: 'n', ...expected }]);
});

test('a sourcer that nobody knows is a problem, not a lost event', () => {
  const unknown = metadataOf(element, [{ nameForLog: 'n', sourcer: 'toString' }], { sourcers: { say }, sources: {} as Sources });
  expect(unknown).toEqual([{ name: 'n', value: null, problem: 'no sourcer is called toString' }]);
});
