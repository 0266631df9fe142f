import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { EventPayload, RecordingAsset, RecordingChunk } from '@sightline/protocol';
import type { eventWithTime } from '@rrweb/types';

/** A chunk as it arrived, with its events read. */
export interface ArrivedChunk extends RecordingChunk {
  session: string;
  tab: string;
  events: eventWithTime[];
}

/** Recordings as they arrive, read and checked. */
export function createRecordings(wrong: (text: string) => void) {
  const chunks = new Map<string, ArrivedChunk>();
  const assets = new Map<string, { asset: RecordingAsset; bytes: Buffer; sent: number }>();
  const all = () => [...chunks.values()].sort((one, other) => one.tab.localeCompare(other.tab) || one.sequence - other.sequence);

  return {
    chunk(payload: EventPayload, chunk: RecordingChunk): void {
      const { session = '', tab = '' } = payload;
      const text = chunk.encoding === 'gzip' ? gunzipSync(Buffer.from(chunk.data, 'base64')).toString() : chunk.data;
      const events = JSON.parse(text) as eventWithTime[];
      if (events.length !== chunk.count) wrong(`chunk ${chunk.sequence} has ${events.length} events and says ${chunk.count}`);
      if (chunk.snapshot !== (events[0]?.type === 4 && events[1]?.type === 2)) wrong(`chunk ${chunk.sequence} does not begin as it says`);
      const key = `${session} ${tab} ${chunk.sequence}`;
      const before = chunks.get(key);
      if (before && JSON.stringify(before.events) !== JSON.stringify(events)) wrong(`chunk ${key} came with two contents`);
      chunks.set(key, { ...chunk, session, tab, events });
    },
    asset(asset: RecordingAsset, isResent: boolean): void {
      const raw = Buffer.from(asset.data, 'base64');
      const bytes = asset.encoding === 'gzip' ? gunzipSync(raw) : raw;
      if (createHash('sha256').update(bytes).digest('hex') !== asset.hash) wrong(`asset ${asset.url} is not what its name says`);
      const sent = (assets.get(asset.hash)?.sent ?? 0) + (isResent ? 0 : 1);
      assets.set(asset.hash, { asset, bytes, sent });
    },
    chunks: all,
    /** The chunks that begin with the whole page. */
    snapshots: () => all().filter(({ snapshot }) => snapshot),
    /** Events of a tab in the order of its chunks; of the only tab where none is named. */
    events: (tab?: string) => all().flatMap((chunk) => (tab === undefined || chunk.tab === tab ? chunk.events : [])),
    /** All events as JSON, to look for what is in them. */
    text: () => JSON.stringify(all().flatMap(({ events }) => events)),
    tabs: () => [...new Set(all().map(({ tab }) => tab))],
    /** Files, with how often each was sent; what is sent again because nobody said that it arrived does not count. */
    assets: () => [...assets.values()],
    /** Numbers missing between 0 and the highest of each tab. */
    gaps: () =>
      [...new Set(all().map(({ session, tab }) => `${session} ${tab}`))].flatMap((owner) => {
        const numbers = new Set(all().flatMap((chunk) => (`${chunk.session} ${chunk.tab}` === owner ? chunk.sequence : [])));
        return Array.from({ length: Math.max(...numbers) + 1 }, (_, at) => at).filter((at) => !numbers.has(at));
      }),
  };
}
