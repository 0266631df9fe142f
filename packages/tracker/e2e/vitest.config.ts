import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const protocol = fileURLToPath(new URL('../../protocol/src/index.ts', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: { '@sightline/protocol': protocol } },
  test: { include: ['*.e2e.ts'], testTimeout: 40_000, hookTimeout: 40_000, fileParallelism: false },
});
