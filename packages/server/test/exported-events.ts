import { Writable } from 'node:stream';
import { METRICS } from '@sightline/metrics';
import { EXPORTS } from '../src/exports/index.ts';
import type { ExportedEvent } from '../src/exports/exported-event.ts';
import { streamExport } from '../src/exports/stream-export.ts';
import type { Store } from '../src/store/index.ts';

/** What a flight's JSONL export holds, or a session's. */
export async function exportedEvents(store: Store, { flight, session }: { flight: string; session?: string }): Promise<ExportedEvent[]> {
  const text = await exportedText(store, 'jsonl', { flight, ...(session !== undefined && { session }) });
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ExportedEvent]));
}

/** An export of one file, as text. */
export async function exportedText(store: Store, name: string, { flight, session }: { flight: string; session?: string }): Promise<string> {
  const format = EXPORTS.find((each) => each.name === name);
  if (!format) throw new Error(`there is no format ${name}`);
  const pieces: Buffer[] = [];
  const target = new Writable({ write: (piece: Buffer, _, done) => (pieces.push(piece), done()) });
  const capture = { active: true, allowedOrigins: [], acceptsUnsigned: false, createdAt: 0, settings: [] };
  const order = {
    format,
    tables: format.tables,
    selection: { filter: { flight }, session },
    flight: { id: flight, name: 'a flight' },
    capture,
    metrics: METRICS,
    participants: [],
    notes: new Map(),
    rules: [],
    areas: [],
  };
  await streamExport(order, { store }, target);
  return Buffer.concat(pieces).toString();
}
