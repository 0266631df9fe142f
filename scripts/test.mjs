import { readFileSync } from 'node:fs';
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
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const crashed = await tool('vitest', args, { env }).then(
    () => false,
    () => true,
  );
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numFailedTestSuites - result.testResults.filter(hasFailedTest).length;
  if (crashed && result.numFailedTests === 0 && result.numFailedTestSuites === 0) failed += 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function hasFailedTest(file) {
  return file.assertionResults.some(({ status }) => status === 'failed');
}
