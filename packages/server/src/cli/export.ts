import { isUuid } from '@sightline/protocol';
import type { Writable } from 'node:stream';
import { settingHelp } from '../config.ts';
import { ofFlight } from '../exports/of-flight.ts';
import { chosenTables } from '../exports/chosen-tables.ts';
import { EXPORTS } from '../exports/index.ts';
import { RECORDING_EXPORTS } from '../exports/recording-exports.ts';
import { TABLES } from '../exports/sources/index.ts';
import { isRefusal } from '../registry/refusal.ts';
import { withoutExcluded } from '../study/without-excluded.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { exportRecording } from './export-recording.ts';
import { exportTarget, exportTo } from './export-target.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { FILTER_HELP, FILTER_OPTIONS, sessionFilter } from './session-filter-flags.ts';
import { withRegistry } from './with-registry.ts';

/** As many as usual cores: nobody else wants the engine then. */
const ALONE_THREADS = 2;
const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;
const FORMATS = EXPORTS.map(({ name }) => name).join(', ');
const RECORDING_FORMATS = RECORDING_EXPORTS.map(({ name }) => name).join(', ');

/** Writes a flight's data to files, in constant memory. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a flight’s data to files',
  help: `Usage: sightline export --flight NAME-OR-ID [OPTIONS]
       sightline export --session ID --format replay|rrweb [--assets] [--out FILE]

Writes sessions with all that happened in them. The same export again gives the same bytes, as long as nothing new came in.

  --flight NAME-OR-ID
      The flight.
  --format NAME
      ${FORMATS}; default jsonl.
      csv and parquet are tidy tables with a codebook and programs that load them into pandas and R; jsonl is what \`sightline import\`
      takes; logui is the download of a LogUI server; bids is a folder in the layout of that standard.
      Of one session's recording: replay is a page that plays it without a network, rrweb the JSON array of its rrweb events.
  --assets
      With rrweb: write the style sheets, fonts and images of the recording into its events.
  --tables NAME,NAME
      Of csv and parquet, only these: ${TABLES.map(({ table }) => table.name).join(', ')}.
  --out FILE|FOLDER|-
      Where to: a folder, a name that ends in .zip, or, where there is one table, a file; - (the default) is standard output.
  --resume
      Goes on with an export to the same place that was interrupted.
  --session ID
      Only this session.
${FILTER_HELP}
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { values, lists, config } = commandLine({ args, options: OPTIONS, settings: SETTINGS, io });
    const { flight: wanted, format: name = 'jsonl', out = '-' } = values;
    const recording = RECORDING_EXPORTS.find((each) => each.name === name);
    if (recording)
      return exportRecording({
        format: recording,
        session: values.session,
        withAssets: values.assets === true,
        out: String(out),
        config,
        io,
      });
    const format = EXPORTS.find((each) => each.name === name);
    if (!format) throw new CommandFailure(2, `--format must be one of ${FORMATS}, ${RECORDING_FORMATS}, got ${JSON.stringify(name)}`);
    if (typeof wanted !== 'string' || wanted === '') throw new CommandFailure(2, '--flight is missing: the name or id of a flight');
    const session = oneSession(values.session);
    const narrowed = sessionFilter({ values, lists });
    const tables = chosenTables(format, typeof values.tables === 'string' ? values.tables.split(',') : undefined);
    if (typeof tables === 'string') throw new CommandFailure(2, `--tables: ${tables}`);
    const target = await exportTarget(String(out), { format, tables });
    const found = await withRegistry(config, async (registry) => {
      const flight = await registry.flights.find({ flight: wanted });
      if (isRefusal(flight)) return flight;
      const filter = { flight: flight.id, ...narrowed };
      const counted = session === undefined ? await withoutExcluded(registry)(filter) : filter;
      return { flight, filter: counted, ...(await ofFlight(registry, flight)) };
    });
    if (isRefusal(found)) throw new CommandFailure(1, found.message);
    const { flight, filter, capture, metrics, participants, notes, rules, areas } = found;
    const selection = { filter, session };
    const leftOut = (filter.whereNot?.length ?? 0) - (narrowed.whereNot?.length ?? 0);
    if (leftOut > 0) io.error(`Left out: sessions of excluded or withdrawn participants (${leftOut}); --with-excluded takes them in.\n`);
    const order = {
      format,
      tables,
      selection,
      flight: { id: flight.id, name: flight.name },
      capture,
      metrics,
      participants,
      notes,
      rules,
      areas,
    };
    const { withStore } = await import('./with-store.ts');
    if (format.tables.length > 0 && tables.every(({ rows }) => rows.by === 'engine')) keepHeapSmall();
    await withStore({ ...config, memory: 'tight' }, (store, { alone }) =>
      exportTo(target, order, { store, resume: values.resume === true, threads: alone ? ALONE_THREADS : 1 }, () => io.output() as Writable),
    );
    return 0;
  },
};

const OPTIONS = {
  flight: { type: 'string' },
  format: { type: 'string' },
  tables: { type: 'string' },
  out: { type: 'string' },
  resume: { type: 'boolean' },
  assets: { type: 'boolean' },
  session: { type: 'string' },
  ...FILTER_OPTIONS,
} as const;

function oneSession(id: string | boolean | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (!isUuid(String(id))) throw new CommandFailure(2, `--session must be a session's id, got ${JSON.stringify(id)}`);
  return String(id).toLowerCase();
}
