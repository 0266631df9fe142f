import { expect, test } from 'vitest';
import { keyAction } from './player-keys.ts';

const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false };

test.each([
  [' ', {}, { do: 'toggle' }],
  ['K', { shiftKey: true }, { do: 'toggle' }],
  ['ArrowLeft', {}, { do: 'move', ms: -5_000 }],
  ['ArrowRight', { shiftKey: true }, { do: 'move', ms: 30_000 }],
  [',', {}, { do: 'event', step: -1 }],
  ['l', {}, { do: 'faster' }],
  ['l', { ctrlKey: true }, undefined],
  ['ArrowLeft', { altKey: true }, undefined],
  ['x', {}, undefined],
  ['toString', {}, undefined],
])('%s with %o', (key, held, expected) => {
  expect(keyAction({ ...plain, key, ...held })).toEqual(expected);
});
