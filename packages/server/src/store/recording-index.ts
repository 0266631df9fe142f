import type { TabId } from '@sightline/protocol';
import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import { FIRST_UNNUMBERED_TAB, PLACES_IN_A_MS } from './recorded-place.ts';

/** A stored chunk without its events. Times on the page's clock. */
export interface IndexedChunk {
  /** The tab it is replayed as. */
  lane: TabId;
  /** Its number there: the tracker's own, or one that grows with time. */
  place: number;
  /** Whether the lane numbers without gaps. */
  numbered: 0 | 1;
  /** Where it is stored. */
  tab: TabId;
  sequence: number;
  at: number;
  until: number;
  offsetMs: number;
  count: number;
  bytes: number;
  snapshot: boolean;
  /** Rises with each load. */
  arrival: number;
}

export interface RecordingIndexQuery extends SessionKey {
  lane?: string;
  /** Only what came after this arrival. */
  after?: number;
}

/**
 * What there is of a session's recording, lane by lane, in the order of replay. Reads no events. The engine answers a column for each
 * value: as rows, eight hours take three times as long (`bench/results.md`).
 */
export async function recordingIndex({ engine }: QuestionDeps, query: RecordingIndexQuery): Promise<IndexedChunk[]> {
  const flight = await flightOf(engine, query);
  if (flight === undefined) return [];
  const { session, lane, after } = query;
  const wanted = [
    lane === undefined ? '' : " AND (tab = {lane:UUID} OR dialect != 'native')",
    after === undefined ? '' : ' AND arrival > {after:UInt64}',
  ].join('');
  const tabs = await ask<TabColumns>(
    engine,
    `SELECT tab, dialect = 'native' AS numbered, groupArray(sequence) AS sequences, groupArray(at) AS ats, groupArray(until) AS untils,
       groupArray(offsetMs) AS offsets, groupArray(count) AS counts, groupArray(bytes) AS sizes, groupArray(snapshot) AS snapshots,
       groupArray(arrival) AS arrivals
     FROM recordings FINAL
     WHERE flight = {flight:String} AND session = {session:UUID}${wanted}
     GROUP BY tab, numbered`,
    { flight, session, ...(lane !== undefined && { lane }), ...(after !== undefined && { after }) },
  );
  const isNumbered = tabs.every(({ numbered }) => numbered === 1);
  const [first] = isNumbered ? [] : await ask<{ tab: TabId }>(engine, `SELECT (${FIRST_UNNUMBERED_TAB}) AS tab`, { flight, session });
  return tabs
    .flatMap((tab) => chunksOfTab(tab, tab.numbered === 1 ? tab.tab : (first?.tab ?? tab.tab)))
    .filter((chunk) => lane === undefined || chunk.lane === lane)
    .toSorted((one, other) => (one.lane === other.lane ? one.place - other.place : one.lane < other.lane ? -1 : 1));
}

interface TabColumns {
  tab: TabId;
  numbered: 0 | 1;
  sequences: number[];
  ats: number[];
  untils: number[];
  offsets: number[];
  counts: number[];
  sizes: number[];
  snapshots: boolean[];
  arrivals: number[];
}

const chunksOfTab = ({ tab, numbered, ...columns }: TabColumns, lane: TabId): IndexedChunk[] =>
  columns.sequences.map((sequence, row) => {
    const at = columns.ats[row] ?? 0;
    return {
      lane,
      place: numbered === 1 ? sequence : Math.max(at, 0) * PLACES_IN_A_MS + (sequence % PLACES_IN_A_MS),
      numbered,
      tab,
      sequence,
      at,
      until: columns.untils[row] ?? at,
      offsetMs: columns.offsets[row] ?? 0,
      count: columns.counts[row] ?? 0,
      bytes: columns.sizes[row] ?? 0,
      snapshot: columns.snapshots[row] ?? false,
      arrival: columns.arrivals[row] ?? 0,
    };
  });
