import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { compile } from 'svelte/compiler';

const svelte = {
  name: 'svelte',
  transform: (code: string, id: string) =>
    id.endsWith('.svelte') ? { code: compile(code, { filename: id, generate: 'client', customElement: true }).js.code } : null,
};

/** One of `apps/` as a production build for a page. */
export async function appScript(name: string): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`apps/${name}.js`, import.meta.url)),
    platform: 'browser',
    plugins: [svelte],
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
