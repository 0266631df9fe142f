import { expect, test } from 'vitest';
import { settingsDiff } from './settings-diff.ts';

test.each([
  [{ a: 1 }, { a: 1 }, []],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, [{ path: 'a.c', before: 2, after: 3 }]],
  [{ a: [1] }, { a: [1, 2] }, [{ path: 'a', before: [1], after: [1, 2] }]],
  [{ logui: null }, { logui: { x: {} } }, [{ path: 'logui', before: null, after: { x: {} } }]],
  [{ logui: { x: { name: 'n' } } }, { logui: {} }, [{ path: 'logui.x', before: { name: 'n' }, after: undefined }]],
])('from %j to %j', (before, after, changes) => {
  expect(settingsDiff(before, after)).toEqual(changes);
});
