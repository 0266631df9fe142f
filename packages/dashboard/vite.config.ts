import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The Latin face is on every page: asking for it with the document spares a second layout. */
const preloadLatinFace: Plugin = {
  name: 'preload-latin-face',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
          injectTo: 'head' as const,
        })),
  },
};

/** The theme must be known before the first paint, and scripts inside the page are forbidden: a file of its own, before all others. */
const firstTheme: Plugin = {
  name: 'first-theme',
  apply: 'build',
  async buildStart() {
    const source = await readFile(new URL('src/ui/first-theme.js', import.meta.url), 'utf8');
    this.emitFile({ type: 'asset', name: 'first-theme.js', source });
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /first-theme.*\.js$/.test(file))
        .map((file) => ({ tag: 'script', attrs: { src: `/${file}` }, injectTo: 'head-prepend' as const })),
  },
};

/** What a session's page is made of beyond what every page is: the page itself, and what rebuilds recorded pages. */
const OF_A_SESSION = ['/src/pages/session/page.tsx', '/src/player/stage/engine.ts'];

/**
 * Writes the console's page once more for the addresses of sessions: there the browser hears at once of the scripts that it would else
 * hear of from scripts.
 */
const sessionPage: Plugin = {
  name: 'session-page',
  apply: 'build',
  async writeBundle({ dir = '.' }, bundle) {
    const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])));
    const wanted = new Set<string>();
    const want = (fileName: string) => {
      const chunk = chunks.get(fileName);
      if (!chunk || wanted.has(fileName)) return;
      wanted.add(fileName);
      chunk.imports.forEach(want);
      for (const sheet of chunk.viteMetadata?.importedCss ?? []) wanted.add(sheet);
    };
    for (const module of OF_A_SESSION) {
      const holder = [...chunks.values()].find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
      if (!holder) throw new Error(`session-page: expected a chunk with ${module}, found none`);
      want(holder.fileName);
    }
    const html = await readFile(join(dir, 'index.html'), 'utf8');
    const links = [...wanted]
      .filter((file) => !html.includes(file))
      .map((file) =>
        file.endsWith('.css')
          ? `    <link rel="stylesheet" crossorigin href="/${file}">\n`
          : `    <link rel="modulepreload" crossorigin href="/${file}">\n`,
      );
    await writeFile(join(dir, 'session.html'), html.replace('  </head>', `${links.join('')}  </head>`));
  },
};

/** Compresses once, as well as can be, what the server would else send as it is; from the disk, because Vite finishes chunks late. */
const compressed: Plugin = {
  name: 'compressed',
  async writeBundle({ dir = '.' }, bundle) {
    for (const name of Object.keys(bundle).filter((each) => /\.(?:js|css|svg)$/.test(each))) {
      const source = await readFile(join(dir, name));
      await writeFile(join(dir, `${name}.br`), brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
  },
};

export default defineConfig({
  plugins: [react(), preloadLatinFace, firstTheme, sessionPage, compressed],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.SIGHTLINE_URL ?? 'http://127.0.0.1:8000' } },
});
