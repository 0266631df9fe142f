import { expect, test } from 'vitest';
import { growing } from './growing.ts';

function counted() {
  const looked: string[] = [];
  const read = growing<string, string>(() => {
    let all = '';
    return {
      see(item) {
        looked.push(item);
        all += item;
      },
      result: () => all,
    };
  });
  return { read, looked };
}

test('what was added at the end is all that is looked at', () => {
  const { read, looked } = counted();
  expect([read([]), read(['a', 'b']), read(['a', 'b', 'c'])]).toEqual(['', 'ab', 'abc']);
  expect(looked).toEqual(['a', 'b', 'c']);
});

test.each([
  ['something came in between', ['a', 'x', 'b'], 'axb'],
  ['something came before', ['x', 'a', 'b'], 'xab'],
  ['it is shorter', ['a'], 'a'],
  ['it is another', ['c', 'd', 'e'], 'cde'],
])('a list is read anew where %s', (_, list, expected) => {
  const { read } = counted();
  read(['a', 'b']);
  expect(read(list)).toBe(expected);
});

test('the same list again costs nothing', () => {
  const { read, looked } = counted();
  const list = ['a'];
  read(list);
  read(list);
  expect(looked).toEqual(['a']);
});
