import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { ROOT } from './run.mjs';

/** Builds one script per entry of the tracker, for script tags: `dist/scripts/<entry>.js`, and what a server sends of it compressed. */
const entries = join(ROOT, 'packages/tracker/src/entries');
const scripts = join(ROOT, 'packages/tracker/dist/scripts');
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

for (const name of readdirSync(entries).filter((file) => file.endsWith('.ts'))) {
  const file = join(scripts, name.replace(/\.ts$/, '.js'));
  // Optional chaining and `??` are native in every browser since 2020.
  const bundle = await rolldown({ input: join(entries, name), transform: { target: 'es2020' }, logLevel: 'warn' });
  await bundle.write({ file, format: 'iife', minify: true, comments: false, sourcemap: true });
  await bundle.close();
  const text = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(text, brotli));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}
