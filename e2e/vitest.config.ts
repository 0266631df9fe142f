import { defineConfig } from 'vitest/config';

/** Suites with real processes and browsers: one file at a time, so that they do not starve each other. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    root: new URL('..', import.meta.url).pathname,
    fileParallelism: false,
    // Of tests that ask for it, such as one page of the console after the other: as many as there are cores.
    maxConcurrency: 2,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});
