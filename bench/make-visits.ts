import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { madeVisits } from './five-million.ts';

/** `node scripts/make-visits.mjs --out DIR [--sessions 100000] [--days 42]`: a data directory for trials and for looking at the console with much in it. */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    sessions: { type: 'string', default: '100000' },
    days: { type: 'string', default: '42' },
  },
});
if (values.out === undefined) throw new Error('make-visits: expected --out DIR, got none');
const made = await madeVisits({
  dataDir: values.out,
  sessions: Number(values.sessions),
  days: Number(values.days),
  until: Date.now(),
  childScript: fileURLToPath(new URL('../../packages/server/dist/engine/child.js', import.meta.url)),
});
process.stdout.write(`${values.out}: flight ${made.flight}, ${made.events} events\n`);
