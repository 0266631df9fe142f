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

export default defineConfig({
  plugins: [react(), preloadLatinFace],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.SIGHTLINE_URL ?? 'http://127.0.0.1:8000' } },
});
