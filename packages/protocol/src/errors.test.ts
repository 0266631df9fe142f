import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAILURES } from './index.ts';

const page = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

test.each(Object.entries(FAILURES))('docs/protocol.md lists the failure %s as it is', (name, { code, status, says, retry }) => {
  const line = page.split('\n').find((candidate) => candidate.startsWith(`| ${code} |`));
  expect(line?.replaceAll('’', "'")).toBe(`| ${code} | \`${name}\` | ${status} | ${says.replaceAll('’', "'")} | ${retry ? 'yes' : 'no'} |`);
});

test('no code is used twice', () => {
  const codes = Object.values(FAILURES).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
