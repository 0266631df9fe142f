import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { ensureChromium, ensurePostgres } from './programs.mjs';
import { endWith, ROOT, tool } from './run.mjs';

/** Everything, in one run: units, the tracker in browsers, whole servers. Prints the totals as its last line. */
const REPORT = join(ROOT, '.cache/test.json');

let chromium;
try {
  await ensureInstalled();
  await Promise.all([
    ensureBuilt(),
    ensureChromium().then((path) => {
      chromium = path;
      return ensurePostgres();
    }),
  ]);
} catch (error) {
  endWith(error);
}

const scratch = memoryFolder();
process.on('exit', scratch.remove);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
rmSync(REPORT, { force: true });
const args = ['run', '--config', 'vitest.everything.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
const ended = await tool('vitest', args, { env: { ...process.env, CHROME_PATH: chromium, TMPDIR: scratch.path } }).then(
  () => 'well',
  () => 'badly',
);
const counts = count();
const failed = counts.failed === 0 && ended === 'badly' ? 1 : counts.failed;
process.stdout.write(`${counts.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && counts.passed > 0 ? 0 : 1;

/** A file that could not even be loaded is one failure; so is a run that left no report. */
function count() {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const failures = testResults.map(({ status, assertionResults }) =>
    status === 'failed' ? Math.max(1, assertionResults.filter((one) => one.status === 'failed').length) : 0,
  );
  return { passed: numPassedTests, failed: failures.reduce((sum, one) => sum + one, 0) };
}
