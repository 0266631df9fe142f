import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { transform } from 'esbuild';
import { ROOT } from './run.mjs';

/** Builds what an exported replay carries with it: one script and one style sheet, in `packages/dashboard/dist/replay-file`. */
const dashboard = join(ROOT, 'packages/dashboard');
const target = join(dashboard, 'dist/replay-file');
mkdirSync(target, { recursive: true });

const bundle = await rolldown({
  input: join(dashboard, 'src/replay-file/main.ts'),
  platform: 'browser',
  transform: { target: 'es2022' },
  logLevel: 'warn',
});
await bundle.write({ file: join(target, 'replay-file.js'), format: 'iife', minify: true, comments: false });
await bundle.close();

const replay = dirname(createRequire(join(dashboard, 'package.json')).resolve('@rrweb/replay'));
const styles = [join(replay, 'style.css'), join(dashboard, 'src/replay-file/replay-file.css')]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
writeFileSync(join(target, 'replay-file.css'), (await transform(styles, { loader: 'css', minify: true })).code);
