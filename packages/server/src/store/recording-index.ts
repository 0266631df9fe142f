import type { TabId } from '@sightline/protocol';
import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import { LANE, PLACE } from './recorded-place.ts';

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
  /** The first and last place wanted, both included. */
  from?: number;
  to?: number;
  /** Only what came after this arrival. */
  after?: number;
  limit?: number;
}

/** What there is of a session's recording, lane by lane, in the order of replay. Reads no events. */
export async function recordingIndex({ engine }: QuestionDeps, query: RecordingIndexQuery): Promise<IndexedChunk[]> {
  const flight = await flightOf(engine, query);
  if (flight === undefined) return [];
  const { lane, from, to, after, limit } = query;
  const wanted = [
    lane === undefined ? '' : 'lane = {lane:UUID}',
    from === undefined ? '' : 'place >= {from:UInt64}',
    to === undefined ? '' : 'place <= {to:UInt64}',
    after === undefined ? '' : 'arrival > {after:UInt64}',
  ].filter((condition) => condition !== '');
  return ask<IndexedChunk>(
    engine,
    `SELECT ${LANE} AS lane, ${PLACE} AS place, dialect = 'native' AS numbered, tab, sequence, at, until, offsetMs, count, bytes, snapshot, arrival
     FROM recordings FINAL
     WHERE flight = {flight:String} AND session = {session:UUID}${wanted.map((condition) => ` AND ${condition}`).join('')}
     ORDER BY toString(lane), place ${limit === undefined ? '' : 'LIMIT {limit:UInt32}'}`,
    Object.fromEntries(
      Object.entries({ flight, session: query.session, lane, from, to, after, limit }).filter(([, value]) => value !== undefined),
    ),
  );
}
