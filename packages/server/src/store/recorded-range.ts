import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';
import type { ChunkBody } from './recorded-chunks.ts';
import { FIRST_UNNUMBERED_TAB, PLACE } from './recorded-place.ts';

/** A chunk with what it holds. Times on the page's clock. */
export interface RangeChunk {
  place: number;
  at: number;
  until: number;
  offsetMs: number;
  body: ChunkBody;
}

export interface RecordedRange {
  chunks: RangeChunk[];
  /** The place to go on from; null where this was all. */
  next: number | null;
}

export interface RecordedRangeQuery extends SessionKey {
  lane: string;
  /** The first and last place wanted, both included; to the end where the last is left out. */
  from: number;
  to?: number;
}

/** What one answer holds at most, compressed: what memory bears for each of many who look. */
const BYTES = 2 * 1024 * 1024;
const CHUNKS = 1_000;
const LAST = Number.MAX_SAFE_INTEGER;

/** A run of a lane's chunks with what they hold, in the order of replay, in one question for most: people wait for this as they seek. */
export async function recordedRange(
  { engine }: QuestionDeps,
  { lane, from, to = LAST, ...key }: RecordedRangeQuery,
): Promise<RecordedRange> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return { chunks: [], next: null };
  const parameters = { flight, session: key.session, lane, from, to };
  const numbered = await ask<Row>(engine, NUMBERED, parameters);
  const rows = numbered.length > 0 ? numbered : await ask<Row>(engine, UNNUMBERED, parameters);
  return { chunks: rows.map(toChunk), next: rows[0]?.next ?? null };
}

interface Row extends Omit<RangeChunk, 'body'> {
  encoding: string;
  body: string;
  next: number | null;
}

const toChunk = ({ place, at, until, offsetMs, encoding, body }: Row): RangeChunk => ({
  place,
  at,
  until,
  offsetMs,
  body: encoding === 'gzip' ? { encoding, bytes: Buffer.from(body, 'base64') } : { encoding: 'json', text: body },
});

/** How far an answer reaches is found out first, without the chunks themselves. The first one always fits. */
const rangeOf = (where: string, place: string): string => `
  WITH (
    SELECT (maxIf(place, fits), minIf(place, NOT fits), countIf(NOT fits))
    FROM (
      SELECT place, read - bytes < ${BYTES} AND number <= ${CHUNKS} AS fits
      FROM (
        SELECT ${place} AS place, bytes, sum(bytes) OVER reading AS read, row_number() OVER reading AS number
        FROM recordings FINAL WHERE ${where}
        WINDOW reading AS (ORDER BY ${place} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
      )
    )
  ) AS reach
  SELECT ${place} AS place, at, until, offsetMs, encoding, if(encoding = 'gzip', base64Encode(events), events) AS body,
    if(reach.3 > 0, reach.2, NULL) AS next
  FROM recordings FINAL WHERE ${where} AND ${place} <= reach.1
  ORDER BY place`;

const OF_SESSION = 'flight = {flight:String} AND session = {session:UUID}';

/** A tracker's chunks lie under their numbers. */
const NUMBERED = rangeOf(
  `${OF_SESSION} AND tab = {lane:UUID} AND dialect = 'native' AND sequence >= {from:UInt64} AND sequence <= {to:UInt64}`,
  'toUInt64(sequence)',
);
/** All others of a session are one lane, called after the tab that came first. */
const UNNUMBERED = rangeOf(
  `${OF_SESSION} AND dialect != 'native' AND ${PLACE} >= {from:UInt64} AND ${PLACE} <= {to:UInt64}
   AND {lane:UUID} = (${FIRST_UNNUMBERED_TAB})`,
  PLACE,
);
