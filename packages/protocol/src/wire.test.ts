import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wireSchema } from './index.ts';

const pinned = new URL('../wire.json', import.meta.url);

test('the wire format is the one that wire.json pins (UPDATE_WIRE=1 writes it anew)', () => {
  const now = `${JSON.stringify(wireSchema(), null, 2)}\n`;
  if (process.env.UPDATE_WIRE) writeFileSync(pinned, now);
  expect(now).toBe(readFileSync(pinned, 'utf8'));
});
