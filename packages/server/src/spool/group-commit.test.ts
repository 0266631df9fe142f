import { expect, test } from 'vitest';
import { scanFrames } from './scan-frames.ts';
import { createGroupCommit } from './group-commit.ts';

function commits(groupBytes?: number) {
  const groups: string[][] = [];
  const ends: { resolve(): void; reject(error: Error): void }[] = [];
  const group = createGroupCommit({
    commit(bytes) {
      const { frames, bad } = scanFrames(bytes);
      expect(bad).toEqual([]);
      groups.push(frames.map(({ json }) => bytes.toString('utf8', json.from, json.to)));
      return new Promise((resolve, reject) => ends.push({ resolve, reject }));
    },
    ...(groupBytes !== undefined && { groupBytes }),
  });
  return { group, groups, ends };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what comes while a commit is under way is committed together next', async () => {
  const { group, groups, ends } = commits();
  const first = group.append('a');
  await turn();
  const others = [group.append('b'), group.append('c')];
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
  void group.append('a').then(() => done.push('a'));
  await turn();
  void group.append('b').then(() => done.push('b'));
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
  const first = group.append('a');
  await turn();
  const second = group.append('b');
  ends[0]?.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await turn();
  ends[1]?.resolve();
  await expect(second).resolves.toBeUndefined();
});

// A frame is 16 bytes longer than a text of one digit's length, 17 where the length has two digits.
test.each([
  ['within the size', [4, 4], [1, 1]],
  ['just within the size', [34, 34], [1, 1]],
  ['over the size', [34, 35], [1, 2]],
  ['one that is too large by itself', [110], [1]],
  ['one that is too large between others', [10, 110, 10], [1, 2, 3]],
  ['texts of more than one byte a character', ['ü'.repeat(17), 'ü'.repeat(17)], [1, 1]],
  ['a length with more digits than it has characters', ['ü'.repeat(6), 'é'.repeat(60), 'ü'.repeat(99)], [1, 2, 3]],
])('groups keep to a size: %s', async (_, sizes, expected) => {
  const { group, groups, ends } = commits(102);
  const texts = sizes.map((size) => (typeof size === 'number' ? 'x'.repeat(size) : size));
  const all = texts.map((text) => group.append(text));
  for (let index = 0; index < (expected.at(-1) ?? 0); index += 1) {
    await turn();
    ends[index]?.resolve();
  }
  await Promise.all(all);
  expect(groups).toEqual(groupsOf(texts, expected));
  expect(group.waitingBytes()).toBe(0);
});

const groupsOf = (texts: string[], places: number[]): string[][] =>
  [...new Set(places)].map((place) => texts.filter((_, index) => places[index] === place));

test('buffers that are used again hold what came last', async () => {
  const { group, groups, ends } = commits(100);
  for (let round = 0; round < 5; round += 1) {
    const appended = [group.append(`a${round}`), group.append(`b${round}`)];
    await turn();
    ends[round]?.resolve();
    await Promise.all(appended);
  }
  expect(groups).toEqual([0, 1, 2, 3, 4].map((round) => [`a${round}`, `b${round}`]));
});
