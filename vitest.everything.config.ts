import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { alone, endToEnd } from './e2e/projects.ts';
import tracker from './packages/tracker/e2e/vitest.config.ts';
import unit from './vitest.config.ts';

/** One more than there are cores: suites with browsers wait a good deal, and while they do, others compute. */
const maxWorkers = availableParallelism() + 1;

const together = [endToEnd, tracker, unit].map((project) => ({ ...project, test: { ...project.test, maxWorkers } }));

/** All suites in one run, as `npm test` has it: their files share the workers, those with browsers first. */
export default defineConfig({ test: { projects: [...together, alone] } });
