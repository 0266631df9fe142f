import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SessionOrder } from '../store/export-heads.ts';
import { metricId, type Metric } from '@sightline/metrics';
import type { Store } from '../store/index.ts';
import type { Piece } from '../store/piece.ts';
import { VERSION } from '../version.ts';
import type { ExportContext } from './export-context.ts';
import type { ExportOrder } from './export-order.ts';
import type { SmallFile } from './export-format.ts';
import { fileWriter, type FileWriter } from './file-writer.ts';
import type { GrowingFile } from './growing-file.ts';
import { beginJournal, readJournal, type Journal, type JournalHead, type WrittenFile } from './journal.ts';
import { partData, type PartData } from './part-data.ts';
import { partsAhead } from './parts-ahead.ts';
import { partsAtOnce } from './parts-at-once.ts';
import { derivedOf, versionOf } from './derived-of.ts';
import { partSize, sessionParts } from './session-parts.ts';
import type { TableSource } from './table-source.ts';
import { json } from './tables-explained.ts';

export interface ExportProgress {
  sessions: number;
  ofSessions: number;
  bytes: number;
}

export interface ExportDeps {
  store: Pick<Store, 'exportExtent' | 'exportHeads' | 'exportPiece' | 'metricEventsOfSessions' | 'pageSessions' | 'eventsOfSessions'>;
  folder: string;
  /** Goes on with what an interrupted export left in the folder. */
  resume?: boolean;
  /** How many parts the engine makes at once, by a thread each: one where others ask it too, as by default. */
  threads?: number;
  signal?: AbortSignal;
  onProgress?: (progress: ExportProgress) => void | Promise<void>;
}

export interface ExportResult {
  files: WrittenFile[];
  sessions: number;
  rows: number;
  bytes: number;
}

/** The journal, which goes when all is done. */
export const JOURNAL = '.sightline-export';
/** What was exported; the last file that is written. */
export const MANIFEST = 'manifest.json';
/** More events than that are exported as the store keeps them: by session id. To sort them would read all of them again and again. */
const SORTED_EVENTS = 500_000;

/** In which order the sessions of an export stand. */
export const sessionOrderFor = (events: number): SessionOrder => (events > SORTED_EVENTS ? 'id' : 'start');

/** Writes an export into a folder, part by part, in constant memory. */
export async function writeExport(order: ExportOrder, deps: ExportDeps): Promise<ExportResult> {
  const { store, folder, threads = 1, signal } = deps;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const journal = await openJournal(order, deps);
  const { until, sessionOrder, fields, distinct } = journal.head;
  const context: ExportContext = {
    store,
    flight: order.flight,
    selection: order.selection,
    order: sessionOrder,
    until,
    fields,
    distinct,
    metrics: order.metrics,
    participants: order.participants,
    notes: order.notes,
    ...derivedOf(order, { store, until }),
  };
  const files = order.format.files(order.tables, context);
  const open = await Promise.all(files.map((file) => openFile(folder, file, journal)));
  const written: WrittenFile[] = journal.parts.flatMap(({ small }) => small);
  let sessions = journal.parts.at(-1)?.sessions ?? 0;
  const tell = () =>
    deps.onProgress?.({
      sessions,
      ofSessions: journal.head.sessions,
      bytes: [...open.map(({ out }) => out), ...written].reduce((sum, { bytes }) => sum + bytes, 0),
    });
  try {
    await tell();
    const after = journal.parts.at(-1)?.last;
    for await (const { heads, last, data, made } of partsAhead(
      sessionParts(store, {
        selection: order.selection,
        order: sessionOrder,
        after,
        atMost: partSize(order.format, { tables: order.tables, order: sessionOrder }),
      }),
      { files, dataOf: (part) => partData(context, part.heads), atOnce: partsAtOnce(order.format, threads) },
    )) {
      signal?.throwIfAborted();
      const small: WrittenFile[] = [];
      for (const each of open) await each.grow(data, made(each.file), signal);
      for await (const file of order.format.ofPart?.(data, context) ?? []) small.push(await writeSmall(folder, file));
      for (const { out } of open) await out.sync();
      sessions += heads.length;
      written.push(...small);
      await journal.add({ last, sessions, files: Object.fromEntries(open.map((each) => [each.file.path, each.state()])), small });
      await tell();
    }
    for (const each of open) written.unshift(await each.finish());
    for await (const file of order.format.beside(order.tables, context)) written.push(await writeSmall(folder, file));
  } catch (error) {
    await Promise.allSettled(open.map(({ out }) => out.close()));
    throw error;
  }
  written.push(await writeSmall(folder, { path: 'flight.json', content: json(configuration(order)) }));
  written.sort((one, other) => (one.path < other.path ? -1 : 1));
  await writeSmall(folder, { path: MANIFEST, content: json(manifest(order, journal.head, written)) });
  await rm(join(folder, JOURNAL));
  return {
    files: written,
    sessions,
    rows: written.reduce((sum, { rows = 0 }) => sum + rows, 0),
    bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Another export's journal is not gone on with. */
export class ResumeMismatch extends Error {
  override readonly name = 'ResumeMismatch';
}

async function openJournal(
  { format, tables, selection, flight, metrics, rules, areas }: ExportOrder,
  { store, folder, resume }: ExportDeps,
): Promise<Journal> {
  const asked = {
    format: format.name,
    tables: tables.map(({ table }) => table.name),
    selection,
    flight,
    metrics: hashOf(metrics),
    ...versionsOf(tables, { rules, areas }),
  };
  const path = join(folder, JOURNAL);
  const known = resume ? await readJournal(path) : undefined;
  if (known) {
    if (JSON.stringify(known.head.order) === JSON.stringify(asked)) return known;
    throw new ResumeMismatch(
      `${folder} holds a part of another export: expected ${JSON.stringify(asked)}, got ${JSON.stringify(known.head.order)}`,
    );
  }
  const { sessions, events, until, fields, distinct } = await store.exportExtent(selection);
  return beginJournal(path, { order: asked, until, fields, distinct, sessions, events, sessionOrder: sessionOrderFor(events) });
}

/** A rule or an area in another version gives other rows. */
function versionsOf(tables: readonly TableSource[], { rules, areas }: Pick<ExportOrder, 'rules' | 'areas'>) {
  const has = (name: string) => tables.some(({ table }) => table.name === name);
  return {
    ...(has('derived_events') && { rules: rules.map(versionOf) }),
    ...(has('area_measures') && { areas: areas.map(versionOf) }),
  };
}

/** Other parameters are other values: they do not go into one file. */
const hashOf = (metrics: readonly Metric[]): string =>
  createHash('sha256')
    .update(JSON.stringify(metrics.map((metric) => [metricId(metric), metric.parameters])))
    .digest('hex')
    .slice(0, 12);

async function openFile(folder: string, file: GrowingFile, journal: Journal) {
  const known = journal.parts.at(-1)?.files[file.path];
  const out: FileWriter = await fileWriter(join(folder, file.path), known?.bytes ?? 0);
  const notes = [
    ...(file.head.note === undefined ? [] : [file.head.note]),
    ...journal.parts.flatMap(({ files }) => files[file.path]?.note ?? []),
  ];
  let rows = known?.rows ?? file.head.rows;
  let note: string | undefined;
  if (!known) await out.write(file.head.bytes);
  return {
    file,
    out,
    async grow(data: PartData, made: Piece | undefined, signal: AbortSignal | undefined) {
      const write = async (bytes: Buffer) => {
        signal?.throwIfAborted();
        await out.write(bytes);
      };
      const part = await file.part(data, { offset: out.bytes, rows, write }, made);
      rows += part.rows;
      note = part.note;
      if (note !== undefined) notes.push(note);
    },
    state: () => ({ bytes: out.bytes, rows, ...(note !== undefined && { note }) }),
    async finish(): Promise<WrittenFile> {
      await out.write(file.tail(notes, rows));
      return { path: file.path, rows, ...(await out.finish()) };
    },
  };
}

async function writeSmall(folder: string, { path, content, rows }: SmallFile): Promise<WrittenFile> {
  const bytes = Buffer.from(content);
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, bytes);
  return { path, ...(rows !== undefined && { rows }), bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What the flight was set to record, and what was made of it afterwards, by whom does not matter. */
const configuration = ({ flight, capture, rules, areas }: ExportOrder) => ({
  flight,
  capture,
  rules,
  areas: areas.map(({ id, version, path, name, shape }) => ({ id, version, path, name, shape })),
});

/** What was exported, without a word about when: the same again gives the same bytes. */
const manifest = (
  { format, tables, selection, flight }: ExportOrder,
  { until, sessionOrder, sessions }: JournalHead,
  files: WrittenFile[],
) => ({
  madeBy: `Sightline ${VERSION}`,
  format: format.name,
  flight,
  selection,
  tables: tables.map(({ table }) => table.name),
  order: sessionOrder === 'start' ? 'sessions by start' : 'sessions by id',
  dataUntil: { microseconds: until, meaning: 'Arrival of the last event that was there; what comes later belongs to the next export.' },
  sessions,
  files,
});
