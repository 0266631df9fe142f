import { defineConfig } from 'vitest/config';
import { alone, endToEnd } from './projects.ts';

/** The suites with real servers and browsers by themselves. */
export default defineConfig({ test: { projects: [endToEnd, alone], maxWorkers: 2 } });
