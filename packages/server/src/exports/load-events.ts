import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ApplicationId, FlightId } from '@sightline/protocol';
import type { Batch } from '../batch.ts';
import { frameOf } from '../spool/frame.ts';
import type { Store } from '../store/index.ts';
import type { ExportedEvent } from './exported-event.ts';

/** Where events are imported to. */
export interface ImportPlace {
  application: string;
  flight: string;
}

export interface LoadEventsDeps {
  store: Pick<Store, 'load'>;
  place: ImportPlace;
  /** For the file that the store reads. */
  folder: string;
}

/** Stores events of elsewhere in one insert; what is stored already, by session, tab and sequence, is not stored again. */
export async function loadEvents(events: readonly ExportedEvent[], { store, place, folder }: LoadEventsDeps): Promise<void> {
  const frames = batchesOf(events, place).map(frameOf);
  const hash = createHash('sha256');
  for (const frame of frames) hash.update(frame);
  const token = `import-${hash.digest('hex')}`;
  const path = join(folder, token);
  await pipeline(Readable.from(frames), createWriteStream(path, { mode: 0o600 }));
  try {
    await store.load({ path, token });
  } finally {
    await rm(path, { force: true });
  }
}

/** Events as they once came together: of one tab, received at one time. */
function batchesOf(events: readonly ExportedEvent[], { application, flight }: ImportPlace): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { session, tab, receivedAt, dialect, sessionRef, visitor, agent, offsetMs, offsetErrorMs, ...event } of events) {
    const key = `${session} ${tab} ${receivedAt} ${dialect} ${offsetMs} ${offsetErrorMs}`;
    const known = batches.get(key);
    const { application: _application, flight: _flight, sinceSessionStartMs: _since, ...row } = event;
    if (known) known.events.push(row);
    else {
      batches.set(key, {
        application: application as ApplicationId,
        flight: flight as FlightId,
        session,
        sessionRef: sessionRef === session ? '' : sessionRef,
        tab,
        visitor,
        dialect,
        agent,
        receivedAt,
        offsetMs,
        offsetErrorMs,
        fresh: false,
        events: [row],
        refused: [],
        recordings: [],
      });
    }
  }
  for (const batch of batches.values()) batch.events.sort((one, other) => one.at - other.at || one.sequence - other.sequence);
  return [...batches.values()];
}
