import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Trial } from '../trial.ts';

const SCRIPT = fileURLToPath(new URL('../../packages/tracker/dist/scripts/sightline.js', import.meta.url));

/** What a page downloads. */
export const trackerSize: Trial = {
  name: 'tracker-size',
  conditions:
    'the shipped core, compressed at the highest level; for comparison: Umami 2.0 kB, LogUI 19.6, OpenReplay 52.8, PostHog 169.6 (brotli, spec/field.md)',
  async run() {
    const script = readFileSync(SCRIPT);
    return [
      { what: 'sightline.js, brotli', value: kilobytes(brotliCompressSync(script).length), bar: '≤ 6 kB' },
      { what: 'gzip / plain', value: `${kilobytes(gzipSync(script, { level: 9 }).length)} / ${kilobytes(script.length)}` },
    ];
  },
};

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
