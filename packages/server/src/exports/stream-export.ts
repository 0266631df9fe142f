import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { derivedOf } from './derived-of.ts';
import type { ExportContext } from './export-context.ts';
import { partData } from './part-data.ts';
import { partsAhead } from './parts-ahead.ts';
import { partsAtOnce } from './parts-at-once.ts';
import { partSize, sessionParts, type SessionPart } from './session-parts.ts';
import type { ExportOrder } from './export-order.ts';
import { sessionOrderFor, type ExportDeps } from './write-export.ts';

/** Writes the one file of an export to a stream, as fast as that takes it; the stream is left open. */
export async function streamExport(
  order: ExportOrder,
  { store, threads = 1 }: Pick<ExportDeps, 'store' | 'threads'>,
  target: Writable,
): Promise<void> {
  const { events, until, fields, distinct } = await store.exportExtent(order.selection);
  const context: ExportContext = {
    store,
    flight: order.flight,
    selection: order.selection,
    order: sessionOrderFor(events),
    until,
    fields,
    distinct,
    metrics: order.metrics,
    participants: order.participants,
    notes: order.notes,
    ...derivedOf(order, { store, until }),
  };
  const [file, another] = order.format.files(order.tables, context);
  if (!file || another)
    throw new Error(`an export to a stream must have one file, got ${order.tables.map(({ table }) => table.name).join(', ')}`);
  let offset = 0;
  let { rows } = file.head;
  const notes: string[] = file.head.note === undefined ? [] : [file.head.note];
  const write = async (bytes: Buffer) => {
    offset += bytes.length;
    if (target.destroyed) throw new Error('the reader of the export went away');
    // The next piece may come in the same buffer.
    if (!target.write(Buffer.from(bytes))) await once(target, 'drain');
  };
  await write(file.head.bytes);
  const dataOf = ({ heads }: SessionPart) => partData(context, heads);
  for await (const { data, made } of partsAhead(
    sessionParts(store, { ...context, atMost: partSize(order.format, { tables: order.tables, order: context.order }) }),
    {
      files: [file],
      dataOf,
      atOnce: partsAtOnce(order.format, threads),
    },
  )) {
    const part = await file.part(data, { offset, rows, write }, made(file));
    rows += part.rows;
    if (part.note !== undefined) notes.push(part.note);
  }
  await write(file.tail(notes, rows));
}
