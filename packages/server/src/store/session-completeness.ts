import type { Dialect, TabCompleteness, TabId } from '@sightline/protocol';
import { ask } from './ask.ts';
import { flightOf } from './flight-of.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

/** Dialects whose clients number their events without gaps, so that a hole is a loss. */
const NUMBERED: Record<Dialect, boolean> = { native: true, logui: false, 'recording-backend': false, unt: false };

interface TabRow {
  tab: TabId;
  dialect: Dialect;
  stored: number;
  /** Sequences that came, stored or refused, end at it. */
  highest: number;
  refused: number;
  missing: { from: number; to: number }[];
}

/** A session's completeness certificate, tab by tab: what was numbered, what is stored, what is missing. */
export async function sessionCompleteness({ engine }: QuestionDeps, key: SessionKey): Promise<TabCompleteness[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const rows = await ask<TabRow>(engine, QUERY, { flight, session: key.session });
  return rows.map(({ tab, dialect, stored, highest, refused, missing }) => {
    const numbers = NUMBERED[dialect];
    return { tab, expected: numbers ? highest + 1 : null, stored, missing: numbers ? missing : [], refused };
  });
}

/** A refused event came too: its number is not missing. */
const QUERY = `
  WITH
    arraySort(arrayDistinct(arrayConcat([toInt64(-1)], arrayMap(n -> toInt64(n), bitmapToArray(sequences)), arrayMap(n -> toInt64(n), refusedSequences)))) AS came,
    arrayMap((before, after) -> (before + 1, after - 1)::Tuple(\`from\` Int64, \`to\` Int64), arrayPopBack(came), arrayPopFront(came)) AS gaps
  SELECT tab, dialect, bitmapCardinality(sequences) AS stored, came[-1] AS highest, refused, arrayFilter(gap -> gap.2 >= gap.1, gaps) AS missing
  FROM (
    SELECT tab, max(dialect) AS dialect, min(firstReceivedAt) AS firstReceivedAt, groupBitmapMergeState(stored) AS sequences
    FROM tabs WHERE flight = {flight:String} AND session = {session:UUID} GROUP BY tab
  ) AS kept
  LEFT JOIN (
    SELECT tab, count() AS refused, groupUniqArray(sequence) AS refusedSequences
    FROM refused FINAL WHERE flight = {flight:String} AND session = {session:UUID} GROUP BY tab
  ) AS aside USING tab
  ORDER BY firstReceivedAt, toString(tab)`;
