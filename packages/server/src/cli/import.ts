import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingHelp } from '../config.ts';
import { importFixations } from '../exports/import-fixations.ts';
import { importEvents } from '../exports/import-events.ts';
import { linesOf } from '../exports/lines-of.ts';
import { isRefusal } from '../registry/refusal.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { withRegistry } from './with-registry.ts';

const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;

/** Stores an export of another installation, each event once. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Store a JSONL export or an eye tracker’s fixations, each once',
  help: `Usage: sightline import --flight NAME-OR-ID FILE [--format jsonl|fixations] [OPTIONS]

Stores the events of a JSONL export (\`sightline export --format jsonl\`) in a flight of this installation. Sessions, tabs and sequences
stay what they were; what is stored already is not stored again, so that an import may be repeated. Recordings are not in such a file.

  --flight NAME-OR-ID
      The flight to store them in.
  --format jsonl|fixations
      \`fixations\`: FILE is a CSV table of an eye tracker's fixations, a row each, with the columns session, at (ms since 1970) or
      sinceSessionStartMs, durationMs, and where known element, url, x and y: docs/gaze.md. The same rows again are stored once.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { values, positionals, config } = commandLine({
      args,
      options: { flight: { type: 'string' }, format: { type: 'string' } },
      settings: SETTINGS,
      io,
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) throw new CommandFailure(2, 'one file is expected: a JSONL export, or the folder of one');
    const { flight: wanted, format = 'jsonl' } = values;
    if (format !== 'jsonl' && format !== 'fixations')
      throw new CommandFailure(2, `--format must be jsonl or fixations, got ${JSON.stringify(format)}`);
    if (typeof wanted !== 'string' || wanted === '') throw new CommandFailure(2, '--flight is missing: the name or id of a flight');
    const path = await eventsFile(file, format);
    const flight = await withRegistry(config, ({ flights }) => flights.find({ flight: wanted }));
    if (isRefusal(flight)) throw new CommandFailure(1, flight.message);
    const { withStore } = await import('./with-store.ts');
    const folder = await mkdtemp(join(tmpdir(), 'sightline-import-'));
    try {
      const place = { application: flight.applicationId, flight: flight.id };
      const told = await withStore(config, async (store) => {
        if (format === 'fixations') {
          const { fixations, sessions, onPages } = await importFixations(createReadStream(path), { store, place, folder, now: Date.now });
          return `Read ${fixations} fixations of ${sessions} sessions, ${onPages} of them on a recorded page view`;
        }
        const { lines, sessions } = await importEvents(linesOf(createReadStream(path) as AsyncIterable<Buffer>), { store, place, folder });
        return `Read ${lines} events of ${sessions} sessions`;
      });
      io.out(`${told}; all of them are stored in ${flight.name}, each once.\n`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

/** An export's folder has its events in `events.jsonl`. */
async function eventsFile(path: string, format: 'jsonl' | 'fixations'): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  const file = found?.isDirectory() && format === 'jsonl' ? join(path, 'events.jsonl') : path;
  if (!(await stat(file).catch(() => undefined))?.isFile()) throw new CommandFailure(1, `there is no file ${file}`);
  return file;
}
