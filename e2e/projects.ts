import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { SOON } from './patience.ts';

/** What tells how long somebody looked, or puts a browser to sleep: nothing else may take the processor from under it. */
const ALONE = ['e2e/presence.test.ts', 'e2e/presence-lease.test.ts'];

const shared = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Of tests that ask for it, such as one page of the console after the other.
  maxConcurrency: 2,
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: SOON },
};

/** Suites with real servers and browsers, several files at a time. */
export const endToEnd: TestProjectInlineConfiguration = {
  test: { ...shared, name: 'end-to-end', include: ['e2e/**/*.test.ts'], exclude: ALONE },
};

/** Those of them that need the machine for themselves, one after the other when all else is done. */
export const alone: TestProjectInlineConfiguration = {
  test: { ...shared, name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } },
};
