import { expect, test } from 'vitest';
import type { Frame } from './frame.ts';
import { createGroupCommit } from './group-commit.ts';

const frame = (text: string, bytes = text.length): Frame => ({ text, bytes });

function commits(groupBytes = 1_000) {
  const groups: string[][] = [];
  const ends: { resolve(): void; reject(error: Error): void }[] = [];
  const group = createGroupCommit({
    groupBytes: () => groupBytes,
    commit: (frames) => {
      groups.push(frames.map(({ text }) => text));
      return new Promise((resolve, reject) => ends.push({ resolve, reject }));
    },
  });
  return { group, groups, ends };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what comes while a commit is under way is committed together next', async () => {
  const { group, groups, ends } = commits();
  const first = group.append(frame('a'));
  await turn();
  const others = [group.append(frame('b')), group.append(frame('c'))];
  await turn();
  expect(groups).toEqual([['a']]);
  ends[0]?.resolve();
  await first;
  await turn();
  expect(groups).toEqual([['a'], ['b', 'c']]);
  ends[1]?.resolve();
  await Promise.all(others);
});

test('nothing resolves before the commit that covers it', async () => {
  const { group, ends } = commits();
  const done: string[] = [];
  void group.append(frame('a')).then(() => done.push('a'));
  await turn();
  void group.append(frame('b')).then(() => done.push('b'));
  await turn();
  expect(done).toEqual([]);
  ends[0]?.resolve();
  await turn();
  expect(done).toEqual(['a']);
  ends[1]?.resolve();
  await turn();
  expect(done).toEqual(['a', 'b']);
});

test('a commit that fails refuses its own batches and no others', async () => {
  const { group, ends } = commits();
  const first = group.append(frame('a'));
  await turn();
  const second = group.append(frame('b'));
  ends[0]?.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await turn();
  ends[1]?.resolve();
  await expect(second).resolves.toBeUndefined();
});

test.each([
  ['within the size', [4, 4], [['0', '1']]],
  ['over the size', [4, 7], [['0'], ['1']]],
  ['one that is too large by itself', [11], [['0']]],
  ['one that is too large between others', [1, 11, 1], [['0'], ['1'], ['2']]],
])('groups keep to a size: %s', async (_, sizes, expected) => {
  const { group, groups, ends } = commits(10);
  const all = sizes.map((bytes, index) => group.append(frame(String(index), bytes)));
  for (let index = 0; index < expected.length; index += 1) {
    await turn();
    ends[index]?.resolve();
  }
  await Promise.all(all);
  expect(groups).toEqual(expected);
  expect(group.waitingBytes()).toBe(0);
});
