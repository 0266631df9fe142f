import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const protocol = fileURLToPath(new URL('../../protocol/src/index.ts', import.meta.url));

/** The tracker in real browsers: each test has a profile and a collector of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: { '@sightline/protocol': protocol } },
  test: { name: 'tracker', include: ['*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2 },
});
