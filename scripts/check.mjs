import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { endWith, ROOT, run, tool } from './run.mjs';

/** What must hold before a change is handed in; silent when it does. */
const MAY_IMPORT = {
  protocol: [],
  metrics: ['protocol'],
  client: ['protocol'],
  tracker: ['protocol'],
  server: ['protocol', 'metrics'],
  dashboard: ['protocol', 'client', 'metrics'],
};

/** Contracts that run on real engines and databases take a minute: `npm test` runs them. */
const REAL_ENGINES = [
  'packages/server/src/{store,engine,api}/**',
  'packages/server/src/registry/{registry,capture-settings,participants}.test.ts',
];

try {
  await tool('oxfmt', ['--check', '.'], { quiet: true });
  await tool('oxlint', ['--deny-warnings', '--quiet', '--report-unused-disable-directives']);
  await tool('tsc', ['-b']);
  await tool('tsc', ['-p', 'tsconfig.tests.json']);
  checkDirection();
  await tool('vitest', ['run', '--reporter=dot', '--silent=passed-only', ...REAL_ENGINES.flatMap((suite) => ['--exclude', suite])], {
    quiet: true,
  });
  await run(process.execPath, ['scripts/build-tracker.mjs'], { quiet: true });
  await run(process.execPath, ['scripts/size.mjs'], { quiet: true });
} catch (error) {
  endWith(error);
}

/** Package by package: no import, and no declared dependency, against the direction of the design. */
function checkDirection() {
  const wrong = [];
  for (const [name, allowed] of Object.entries(MAY_IMPORT)) {
    const declared = JSON.parse(readFileSync(join(ROOT, `packages/${name}/package.json`), 'utf8'));
    const named = Object.keys({ ...declared.dependencies, ...declared.devDependencies });
    for (const dependency of named) checkOne(`packages/${name}/package.json`, dependency);
    for (const file of sources(`packages/${name}/src`)) {
      const text = readFileSync(join(ROOT, file), 'utf8');
      for (const [statement, from] of text.matchAll(/^\s*(?:import|export)\b[^;]*?from\s+'([^']+)'/gm)) {
        checkOne(file, from);
        const isValue = !/^\s*(?:import|export)\s+type\b/.test(statement);
        if (name === 'tracker' && from.startsWith('@sightline/') && isValue && !file.endsWith('.test.ts')) {
          wrong.push(`${file}: the tracker takes types only, got a value import of ${from}`);
        }
        if (/(^|\/)packages\//.test(from) || /\.\.\/\.\.\/\.\.\/(protocol|client|metrics|tracker|server|dashboard)\//.test(from)) {
          wrong.push(`${file}: import packages by name, got ${from}`);
        }
      }
    }
    function checkOne(file, dependency) {
      const other = /^@sightline\/(\w+)/.exec(dependency)?.[1];
      if (other && !allowed.includes(other))
        wrong.push(`${file}: ${name} may import ${allowed.join(', ') || 'nothing'}, got ${dependency}`);
    }
  }
  if (wrong.length > 0) throw new Error(`Against the direction of dependencies:\n${wrong.join('\n')}`);
}

function sources(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
}
