import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isUuid } from '@sightline/protocol';
import { settingHelp, type Config } from '../config.ts';
import { EXPORTS, RECORDING_EXPORTS } from '../exports/index.ts';
import type { RecordingExport } from '../exports/recording-export.ts';
import { isRefusal } from '../registry/refusal.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command, CommandIo } from './command.ts';
import { withRegistry } from './with-registry.ts';

const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;
const FORMATS = EXPORTS.map(({ name }) => name).join(', ');
const RECORDING_FORMATS = RECORDING_EXPORTS.map(({ name }) => name).join(', ');

/** Writes a flight's events to a file, in constant memory. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write events to a file',
  help: `Usage: sightline export --flight NAME-OR-ID [OPTIONS]
       sightline export --session ID --format replay|rrweb [OPTIONS]

Writes every event of a flight, session by session, each session in time order; or one session's recording: replay is a page that plays
it without a network, rrweb the JSON array of its rrweb events.

  --flight NAME-OR-ID
      The flight.
  --session ID
      Only this session.
  --format NAME
      ${FORMATS} (default jsonl); of a recording ${RECORDING_FORMATS}.
  --assets
      With rrweb: write the style sheets, fonts and images of the recording into its events.
  --out FILE
      Where to; - (the default) is standard output.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const options = {
      flight: { type: 'string' },
      session: { type: 'string' },
      format: { type: 'string' },
      assets: { type: 'boolean' },
      out: { type: 'string' },
    } as const;
    const { values, config } = commandLine({ args, options, settings: SETTINGS, io });
    const { flight: wanted, session, format: name = 'jsonl', out = '-' } = values;
    const recordingFormat = RECORDING_EXPORTS.find((each) => each.name === name);
    if (recordingFormat)
      return exportRecording({ format: recordingFormat, session, withAssets: values.assets === true, out: String(out), config, io });
    const format = EXPORTS.find((each) => each.name === name);
    if (!format) throw new CommandFailure(2, `--format must be one of ${FORMATS}, ${RECORDING_FORMATS}, got ${JSON.stringify(name)}`);
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

interface RecordingOrder {
  format: RecordingExport;
  session: unknown;
  withAssets: boolean;
  out: string;
  config: Pick<Config, 'data' | 'clickhouseUrl'>;
  io: CommandIo;
}

async function exportRecording({ format, session, withAssets, out, config, io }: RecordingOrder): Promise<number> {
  if (typeof session !== 'string' || !isUuid(session)) {
    const given = session === undefined ? 'nothing' : JSON.stringify(session);
    throw new CommandFailure(2, `--session must be a session's id where --format is ${format.name}, got ${given}`);
  }
  const { withStore } = await import('./with-store.ts');
  await withStore(config, async (store) => {
    const summary = await store.sessionSummary({ session });
    if (summary === undefined) throw new CommandFailure(1, `there is no session ${session}`);
    const target = out === '-' ? io.output() : createWriteStream(out);
    await pipeline(Readable.from(format.write(store, { session, flight: summary.flight, withAssets })), target, { end: out !== '-' });
  });
  return 0;
}
