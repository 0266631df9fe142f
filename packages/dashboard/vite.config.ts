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

/** Compresses once, as well as can be, what the server would else compress at each request or not at all. */
const compressed: Plugin = {
  name: 'compressed',
  generateBundle(_options, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(?:js|css|svg)$/.test(name)) continue;
      const content = file.type === 'chunk' ? file.code : file.source;
      const source = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      this.emitFile({ type: 'asset', fileName: `${name}.br`, source });
    }
  },
};

export default defineConfig({
  plugins: [react(), preloadLatinFace, compressed],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.SIGHTLINE_URL ?? 'http://127.0.0.1:8000' } },
});
