import type { EventPayload, FlightId, RefusedEvent, SessionId, TabId } from '@sightline/protocol';
import type { AssetRow, RecordingRow, RefusedRow } from '../../batch.ts';
import type { Offset } from '../clock-offset.ts';
import { keptAside } from '../kept-aside.ts';
import type { ReadAsset } from '../read-asset.ts';
import type { ReadChunk } from '../read-chunk.ts';
import type { Admission, Tabs } from '../tabs.ts';

/** Whose recording it is. */
export interface RecordingOwner {
  flight: FlightId;
  session: SessionId;
  /** Undefined where the client does not number. */
  tab: TabId | undefined;
  offset: Offset | undefined;
}

/** What a payload holds of a recording: the new chunks and assets, and what could not be read. */
export interface NativeRecording {
  recordings: RecordingRow[];
  assets: AssetRow[];
  kept: RefusedRow[];
  refused: RefusedEvent[];
  /** How many of it the client need not send again. */
  taken: number;
  admission: Admission | undefined;
}

export type TakeRecording = (payload: EventPayload, owner: RecordingOwner) => NativeRecording;

const NOTHING: NativeRecording = { recordings: [], assets: [], kept: [], refused: [], taken: 0, admission: undefined };

/** Reads the chunks and assets of a payload one by one, and leaves out the chunks that came before: their numbers are not the events'. */
export function recordingTaker(deps: { tabs: Tabs; readChunk: ReadChunk; readAsset: ReadAsset }): TakeRecording {
  const { tabs, readChunk, readAsset } = deps;
  return (payload, { flight, session, tab, offset }) => {
    const { recordings: chunks = [], assets: files = [] } = payload;
    if (chunks.length + files.length === 0) return NOTHING;
    const seen = new Set<number>();
    const readNext = (chunk: unknown): RecordingRow | string => {
      if (tab === undefined) return 'a recording needs a payload that names its tab';
      const row = readChunk(chunk, offset);
      if (typeof row === 'string') return row;
      if (seen.has(row.sequence)) return `sequence ${row.sequence} stands in the batch twice`;
      seen.add(row.sequence);
      return row;
    };
    const recordings = sorted(chunks, 'recordings', readNext);
    const assets = sorted(files, 'assets', readAsset);
    const kept = [...recordings.kept, ...assets.kept];
    const sequences = [...new Set([...seen, ...recordings.kept.flatMap(({ sequence }) => sequence ?? [])])];
    const admission =
      tab === undefined || sequences.length === 0
        ? undefined
        : tabs.admit(`${flight} ${session} ${tab.toLowerCase()} recording`, sequences, payload.resent === true);
    const isNew = ({ kind, sequence }: { kind?: string; sequence: number | null }) =>
      kind === 'asset' || sequence === null || admission?.known.has(sequence) !== true;
    return {
      recordings: recordings.good.filter(isNew),
      assets: assets.good,
      kept: kept.filter(isNew),
      refused: [...recordings.refused, ...assets.refused],
      taken: recordings.good.length + assets.good.length,
      admission,
    };
  };
}

const KINDS = { recordings: { kind: 'recording', name: 'chunk' }, assets: { kind: 'asset', name: 'asset' } } as const;

function sorted<Row>(given: readonly unknown[], of: keyof typeof KINDS, read: (one: unknown) => Row | string) {
  const good: Row[] = [];
  const kept: RefusedRow[] = [];
  const refused: RefusedEvent[] = [];
  const { kind, name } = KINDS[of];
  given.forEach((one, index) => {
    const row = read(one);
    if (typeof row !== 'string') return good.push(row);
    const reason = `${name} ${index}: ${row}`;
    refused.push({ index, of, reason });
    return kept.push(keptAside(one, reason, kind));
  });
  return { good, kept, refused };
}
