import { DEFAULT_CAPTURE } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { settingsHash } from './settings-hash.ts';

test('the order of keys says nothing', () => {
  expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
  const turned = Object.fromEntries(Object.entries(DEFAULT_CAPTURE).toReversed()) as typeof DEFAULT_CAPTURE;
  expect(settingsHash(turned)).toBe(settingsHash(DEFAULT_CAPTURE));
});

test('any change is another hash of 16 hex digits', () => {
  const hashes = [DEFAULT_CAPTURE, { ...DEFAULT_CAPTURE, events: [] }, { ...DEFAULT_CAPTURE, consent: 'required' as const }].map(
    settingsHash,
  );
  expect(new Set(hashes).size).toBe(3);
  expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
});
