import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, run } from './run.mjs';

/** Bundles a program of the repository, and those that it starts itself, into a folder, and runs it. */
export async function runBundled(program, args, { outdir, beside = [], env }) {
  const source = join(ROOT, program);
  await build({
    entryPoints: [source, ...beside],
    outdir,
    outbase: dirname(source),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  await run(process.execPath, [join(outdir, basename(program).replace(/\.ts$/, '.js')), ...args], { env });
}
