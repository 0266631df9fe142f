import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { MANGLED } from './mangled-names.mjs';
import { ROOT } from './run.mjs';

/** Builds one script per entry of the tracker, for script tags: `dist/scripts/<entry>.js`, and what a server sends of it compressed. */
const entries = join(ROOT, 'packages/tracker/src/entries');
const scripts = join(ROOT, 'packages/tracker/dist/scripts');
const define = { BUILD_DATE: JSON.stringify(new Date().toISOString()) };
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const wire = readFileSync(join(ROOT, 'packages/protocol/wire.json'), 'utf8');
/** One short name for each, the same in every script: they hand objects to each other. */
const mangleCache = Object.fromEntries(MANGLED.map((name, index) => [name, `$${index.toString(36)}`]));
const mangle = {
  name: 'mangle',
  async renderChunk(code) {
    const unsafe = MANGLED.filter((name) => wire.includes(`"${name}"`) || new RegExp(`(['"\`])${name}\\1`).test(code));
    if (unsafe.length > 0) throw new Error(`scripts/mangled-names.mjs: ${unsafe.join(', ')}: travels, or is spelled out as text somewhere`);
    const mangled = await transform(code, { mangleProps: new RegExp(`^(${MANGLED.join('|')})$`), mangleCache, sourcemap: 'external' });
    return { code: mangled.code, map: mangled.map };
  },
};

/**
 * We take pictures of canvases ourselves (`recording/pictures.ts`): rrweb's way of doing it, a seventh of its code, is never asked for, and a
 * class in its place that does nothing lets the bundler leave it out.
 */
const withoutCanvases = {
  name: 'without-canvases',
  transform(code, id) {
    if (!id.includes('@rrweb/record')) return null;
    const found = code.split('class CanvasManager {');
    if (found.length !== 2) throw new Error('scripts/build-tracker.mjs: this version of rrweb has another class for canvases');
    return {
      code: found.join('class CanvasManager { freeze() {} unfreeze() {} lock() {} unlock() {} reset() {} }\nclass Unused {'),
      map: null,
    };
  },
};

for (const name of readdirSync(entries).filter((file) => file.endsWith('.ts'))) {
  const file = join(scripts, name.replace(/\.ts$/, '.js'));
  // Optional chaining and `??` are native in every browser since 2020, `??=` too.
  const bundle = await rolldown({
    input: join(entries, name),
    plugins: [withoutCanvases, mangle],
    optimization: { inlineConst: true },
    transform: { target: 'es2021', define },
    logLevel: 'warn',
  });
  await bundle.write({ file, format: 'iife', minify: true, comments: false, sourcemap: 'hidden' });
  await bundle.close();
  const text = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(text, brotli));
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
}

/** The React part of LogUI's test page, as a study would ship it. */
const app = await rolldown({
  input: join(ROOT, 'examples/logui-test/app/react-app.js'),
  platform: 'browser',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  logLevel: 'warn',
});
await app.write({ file: join(ROOT, 'examples/logui-test/dist/react-app.js'), format: 'iife', minify: true, comments: false });
await app.close();
