import { expect, test } from 'vitest';
import { createOpened } from './opened.ts';

test('what was opened last is closed first, each once', async () => {
  const opened = createOpened();
  const closed: string[] = [];
  opened.add(() => closed.push('first'));
  opened.add(async () => closed.push('second'));
  await opened.close();
  await opened.close();
  expect(closed).toEqual(['second', 'first']);
});

test('one that fails to close keeps no other open, and is told', async () => {
  const opened = createOpened();
  const closed: string[] = [];
  opened.add(() => closed.push('first'));
  opened.add(() => Promise.reject(new Error('the disk is gone')));
  opened.add(() => closed.push('third'));
  await expect(opened.close()).rejects.toThrow('the disk is gone');
  expect(closed).toEqual(['third', 'first']);
});
