import { expect, test } from 'vitest';
import { metadataText } from './metadata-text.ts';

const read = (value: unknown, problem?: string) => JSON.parse(`{${metadataText([{ name: 'n', value, problem }])}}`).metadata[0];

test.each([
  ['', ''],
  [0, 0],
  [false, false],
  [null, null],

  [undefined, null],
  [() => 1, '[function]'],
  ['"quoted" $& text', '"quoted" $& text'],
])('%j is kept as %j', (value, kept) => {
  expect(read(value)).toEqual({ name: 'n', value: kept });
});

test('a number that JSON cannot say is kept as text', () => {
  expect(read(12n)).toEqual({ name: 'n', value: '12' });
});

test('a huge value is cut, and says so', () => {
  expect(read('x'.repeat(19_998)).problem).toBeUndefined();
  const { value, problem } = read('x'.repeat(19_999));
  expect(value).toHaveLength(19_999);
  expect(problem).toBe('the value has 20001 characters, at most 20000 are kept');
});

test('a problem stands beside the value', () => {
  expect(read(null, 'why')).toEqual({ name: 'n', value: null, problem: 'why' });
});
