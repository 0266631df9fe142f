import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isUuid } from '@sightline/protocol';
import { settingHelp } from '../config.ts';
import { EXPORTS } from '../exports/index.ts';
import { isRefusal } from '../registry/refusal.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { withRegistry } from './with-registry.ts';

const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;
const FORMATS = EXPORTS.map(({ name }) => name).join(', ');

/** Writes a flight's events to a file, in constant memory. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write events to a file',
  help: `Usage: sightline export --flight NAME-OR-ID [OPTIONS]

Writes every event of a flight, session by session, each session in time order.

  --flight NAME-OR-ID
      The flight.
  --session ID
      Only this session.
  --format NAME
      ${FORMATS}; default jsonl.
  --out FILE
      Where to; - (the default) is standard output.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const options = {
      flight: { type: 'string' },
      session: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    } as const;
    const { values, config } = commandLine({ args, options, settings: SETTINGS, io });
    const { flight: wanted, session, format: name = 'jsonl', out = '-' } = values;
    const format = EXPORTS.find((each) => each.name === name);
    if (!format) throw new CommandFailure(2, `--format must be one of ${FORMATS}, got ${JSON.stringify(name)}`);
    if (typeof wanted !== 'string' || wanted === '') throw new CommandFailure(2, '--flight is missing: the name or id of a flight');
    if (session !== undefined && !isUuid(String(session)))
      throw new CommandFailure(2, `--session must be a session's id, got ${JSON.stringify(session)}`);
    const flight = await withRegistry(config, ({ flights }) => flights.find({ flight: wanted }));
    if (isRefusal(flight)) throw new CommandFailure(1, flight.message);
    const { withStore } = await import('./with-store.ts');
    await withStore(config, async (store) => {
      const events = store.exportEvents({ flight: flight.id, ...(typeof session === 'string' && { session }) });
      const target = out === '-' ? io.output() : createWriteStream(String(out));
      await pipeline(Readable.from(format.write(events)), target, { end: out !== '-' });
    });
    return 0;
  },
};
