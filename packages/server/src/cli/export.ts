import { DEVICES, isUuid, type Device, type SessionFilter } from '@sightline/protocol';
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
import { QUERIES_AT_ONCE } from '../engine/lanes.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { exportRecording } from './export-recording.ts';
import { exportTarget, exportTo } from './export-target.ts';
import { withRegistry } from './with-registry.ts';

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
  --from TIME, --to TIME
      Only sessions that started at or after one and before the other: 2026-11-21, 2026-11-21T10:00Z, or ms since 1970.
  --where FIELD:VALUE
      Only sessions with this value of the study's own field; may be repeated.
  --did NAME, --page PATH, --device ${DEVICES.join('|')}
      Only sessions with such an event, page (* at its end stands for whatever follows) or device; each may be repeated.
  --with-excluded
      Sessions of a study's excluded participants, too; they are left out otherwise.
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
    const narrowed = narrowing(values, lists);
    const tables = chosenTables(format, typeof values.tables === 'string' ? values.tables.split(',') : undefined);
    if (typeof tables === 'string') throw new CommandFailure(2, `--tables: ${tables}`);
    const target = await exportTarget(String(out), { format, tables });
    const found = await withRegistry(config, async (registry) => {
      const flight = await registry.flights.find({ flight: wanted });
      if (isRefusal(flight)) return flight;
      const filter = { flight: flight.id, ...narrowed.filter };
      const counts = values['with-excluded'] === true || narrowed.session !== undefined;
      return { flight, filter: counts ? filter : await withoutExcluded(registry)(filter), ...(await ofFlight(registry, flight)) };
    });
    if (isRefusal(found)) throw new CommandFailure(1, found.message);
    const { flight, filter, capture, metrics, participants, notes, rules, areas } = found;
    const selection = { filter, session: narrowed.session };
    const leftOut = filter.whereNot?.length ?? 0;
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
    await withStore(config, (store, { alone }) =>
      exportTo(
        target,
        order,
        { store, resume: values.resume === true, atOnce: alone ? QUERIES_AT_ONCE : 1 },
        () => io.output() as Writable,
      ),
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
  from: { type: 'string' },
  to: { type: 'string' },
  where: { type: 'string', multiple: true },
  did: { type: 'string', multiple: true },
  page: { type: 'string', multiple: true },
  device: { type: 'string', multiple: true },
  'with-excluded': { type: 'boolean' },
} as const;

type Given = ReturnType<typeof commandLine>;

function narrowing({ session, from, to }: Given['values'], { where, did, page, device }: Given['lists']) {
  if (session !== undefined && !isUuid(String(session)))
    throw new CommandFailure(2, `--session must be a session's id, got ${JSON.stringify(session)}`);
  const unknown = device?.find((each) => !DEVICES.some((known) => known === each));
  if (unknown !== undefined) throw new CommandFailure(2, `--device must be one of ${DEVICES.join(', ')}, got ${JSON.stringify(unknown)}`);
  const filter: Omit<SessionFilter, 'flight'> = {
    ...(from !== undefined && { from: instant('--from', String(from)) }),
    ...(to !== undefined && { to: instant('--to', String(to)) }),
    ...(where && { where }),
    ...(did && { did }),
    ...(page && { page }),
    ...(device && { device: device as Device[] }),
  };
  return { filter, session: session === undefined ? undefined : String(session).toLowerCase() };
}

/** Milliseconds since 1970; a date without a time zone is taken as UTC, so that the same line means the same everywhere. */
function instant(flag: string, text: string): number {
  const at = /^\d{10,}$/.test(text)
    ? Number(text)
    : Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(at)) throw new CommandFailure(2, `${flag} must be a time such as 2026-11-21T10:00Z, got ${JSON.stringify(text)}`);
  return at;
}
