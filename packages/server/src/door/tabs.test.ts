import { EventEmitter, once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTabs } from './tabs.ts';

const stored = Promise.resolve();

test('what was not seen is fresh; what was seen is known, and nothing of its batch is fresh', () => {
  const tabs = createTabs();
  const first = tabs.admit('tab', [0, 1, 2], false);
  first.settle(stored);
  expect(first).toMatchObject({ fresh: true, known: new Set() });
  expect(tabs.admit('tab', [2, 3], false)).toMatchObject({ fresh: false, known: new Set([2]) });
  expect(tabs.admit('tab', [4], true)).toMatchObject({ fresh: false, known: new Set() });
  expect(tabs.admit('other', [0], false)).toMatchObject({ fresh: true, known: new Set() });
});

test('a duplicate waits for its original, and no longer once that is stored', async () => {
  const tabs = createTabs();
  const disk = new EventEmitter();
  tabs.admit('tab', [0], false).settle(once(disk, 'stored').then(() => undefined));
  expect(tabs.admit('tab', [0], true).originals).toBeInstanceOf(Promise);
  disk.emit('stored');
  await new Promise(setImmediate);
  expect(tabs.admit('tab', [0], true).originals).toBeUndefined();
});

test('what failed is forgotten, and the tab no longer surely fresh', async () => {
  const tabs = createTabs();
  tabs.admit('tab', [0, 1], false).settle(stored);
  tabs.admit('tab', [2, 3], false).settle(Promise.reject(new Error('disk')));
  await new Promise(setImmediate);
  expect(tabs.admit('tab', [1, 2], false)).toMatchObject({ fresh: false, known: new Set([1]) });
});

test('in whatever order and pieces sequences arrive, each is new once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(40), { maxLength: 8 }), { maxLength: 30 }), (batches) => {
      const tabs = createTabs();
      const seen = new Set<number>();
      for (const batch of batches) {
        const admission = tabs.admit('tab', batch, false);
        admission.settle(stored);
        expect([...admission.known].sort()).toEqual([...new Set(batch.filter((sequence) => seen.has(sequence)))].sort());
        for (const sequence of batch) seen.add(sequence);
      }
    }),
  );
});

test('a tab that does not count is remembered in part, and never again called fresh', () => {
  const tabs = createTabs();
  for (let sequence = 0; sequence < 400; sequence += 2) tabs.admit('tab', [sequence], false).settle(stored);
  expect(tabs.admit('tab', [398], false).known).toEqual(new Set([398]));
  expect(tabs.admit('tab', [1_000], false).fresh).toBe(false);
});
