import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      '@sightline/protocol': source('protocol'),
      '@sightline/metrics': source('metrics'),
      '@sightline/client': source('client'),
      '@sightline/tracker': source('tracker'),
    },
  },
  // Much of it waits, for engines and sockets: by itself Vitest would leave one of two cores idle.
  test: { include: ['packages/*/src/**/*.test.{ts,tsx}'], testTimeout: 20_000, maxWorkers: 2 },
});
