import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: {
    alias: {
      '@sightline/protocol': source('protocol'),
      '@sightline/metrics': source('metrics'),
      '@sightline/client': source('client'),
      '@sightline/tracker': source('tracker'),
    },
  },
  test: {
    name: 'unit',
    include: ['packages/*/src/**/*.test.{ts,tsx}'],
    setupFiles: [fileURLToPath(new URL('vitest.seed.ts', import.meta.url))],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // No module does anything when imported or holds state, so files may share a process: a third less of the processor.
    isolate: false,
    // Much of it waits, for engines and sockets: by itself Vitest would leave one of two cores idle.
    maxWorkers: 2,
  },
});
