import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureChromium, ensurePostgres } from './programs.mjs';
import { endWith, ROOT, tool } from './run.mjs';

/** Everything: units first, then what needs browsers and real processes. Prints the totals as its last line. */
const SUITES = [
  { name: 'unit', config: 'vitest.config.ts' },
  { name: 'tracker', config: 'packages/tracker/e2e/vitest.config.ts' },
  { name: 'end-to-end', config: 'e2e/vitest.config.ts' },
];

let env;
try {
  await ensureInstalled();
  await ensureBuilt();
  env = { ...process.env, CHROME_PATH: await ensureChromium() };
  await ensurePostgres();
} catch (error) {
  endWith(error);
}

let passed = 0;
let failed = 0;
for (const { name, config } of SUITES) {
  const report = join(ROOT, `.cache/test-${name}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await tool('vitest', args, { env }).then(
    () => 'well',
    () => 'badly',
  );
  const counts = count(report);
  passed += counts.passed;
  failed += counts.failed === 0 && ended === 'badly' ? 1 : counts.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** A file that could not even be loaded is one failure; so is a suite that left no report. */
function count(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.map(({ status, assertionResults }) =>
    status === 'failed' ? Math.max(1, assertionResults.filter((one) => one.status === 'failed').length) : 0,
  );
  return { passed: numPassedTests, failed: failures.reduce((sum, one) => sum + one, 0) };
}
