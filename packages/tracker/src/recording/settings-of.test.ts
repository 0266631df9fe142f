import { DEFAULT_CAPTURE } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { RECORDING, settingsOf } from './settings-of.ts';

const isSelector = (text: string) => !text.includes('[[');

test('what a page gets that asks for no more is what a flight starts with, switched on', () => {
  expect(RECORDING).toEqual({ ...DEFAULT_CAPTURE.recording, enabled: true });
});

test.each<[given: unknown, changed: object]>([
  ['', {}],
  ['  ', {}],
  ['{}', {}],
  [{}, {}],
  ['{"canvas": true, "block": ["#a > b"]}', { canvas: true, block: ['#a > b'] }],
  [{ moveEveryMs: 20 }, { moveEveryMs: 20 }],
])('%j can be used', (given, changed) => {
  expect(settingsOf(given, isSelector)).toEqual({ settings: { ...RECORDING, ...changed }, problems: [] });
});

test.each<[given: unknown, problem: string]>([
  ['{"block": ["[["]}', 'recording.block: "[[" is no selector'],
  ['{"ignore": ["a", "[["]}', 'recording.ignore: "[[" is no selector'],
  ['{"blok": ["a"]}', 'recording.blok is not known'],
  ['{"maskText": "h1"}', 'recording.maskText must be a list of texts, got "h1"'],
  ['{"maskText": [1]}', 'recording.maskText must be a list of texts, got [1]'],
  ['{"canvas": "yes"}', 'recording.canvas must be a boolean, got "yes"'],
  ['{', 'data-recording must be JSON, got "{"'],
  ['[]', 'recording must be an object, got []'],
  [7, 'recording must be an object, got 7'],
])('%j is refused', (given, problem) => {
  const { settings, problems } = settingsOf(given, isSelector);
  expect(problems.join('; ')).toContain(problem);
  expect(settings).toEqual(RECORDING);
});
