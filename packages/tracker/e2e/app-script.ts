import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** One of `apps/` as a production build for a page. */
export async function appScript(name: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`apps/${name}.js`, import.meta.url)),
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
