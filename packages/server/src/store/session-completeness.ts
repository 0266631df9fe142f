import type { TabCompleteness, TabId } from '@sightline/protocol';
import { ask } from './ask.ts';
import { cameOfTabs } from './came-of-tabs.ts';
import { flightOf } from './flight-of.ts';
import { recordingCompleteness } from './recording-completeness.ts';
import { recordingIndex } from './recording-index.ts';
import { refusedChunks } from './refused-chunks.ts';
import { toldLosses } from './told-losses.ts';
import type { QuestionDeps, SessionKey } from './question.ts';

interface TabRow {
  tab: TabId;
  isNumbered: 0 | 1;
  expected: number;
  stored: number;
  refused: number;
  missing: { from: number; to: number }[];
}

/** A session's completeness certificate, tab by tab: what was numbered, what is stored, what is missing. */
export async function sessionCompleteness({ engine, now }: QuestionDeps, key: SessionKey): Promise<TabCompleteness[]> {
  const flight = await flightOf(engine, key);
  if (flight === undefined) return [];
  const of = { ...key, flight };
  const [rows, chunks, aside, told] = await Promise.all([
    ask<TabRow>(engine, QUERY, { flight, session: key.session }),
    recordingIndex({ engine, now }, of),
    refusedChunks({ engine, now }, of),
    toldLosses({ engine, now }, { flight, session: key.session }),
  ]);
  return rows.map(({ tab, isNumbered, expected, stored, refused, missing }) => {
    const recording = recordingCompleteness({
      isNumbered: isNumbered === 1,
      chunks: chunks.filter((chunk) => chunk.tab === tab),
      aside: aside.filter((chunk) => chunk.tab === tab),
      told: told.filter((loss) => loss.tab === tab),
    });
    return {
      tab,
      expected: isNumbered ? expected : null,
      stored,
      missing: isNumbered ? missing : [],
      refused,
      ...(recording && { recording }),
    };
  });
}

const QUERY = `
  WITH
    arrayConcat([toInt64(-1)], arraySort(arrayMap(n -> toInt64(n), bitmapToArray(came)))) AS sequences,
    arrayMap((before, after) -> (before + 1, after - 1)::Tuple(\`from\` Int64, \`to\` Int64), arrayPopBack(sequences), arrayPopFront(sequences)) AS gaps
  SELECT tab, isNumbered, expected, stored, refused, arrayFilter(gap -> gap.2 >= gap.1, gaps) AS missing
  FROM (${cameOfTabs('flight = {flight:String} AND session = {session:UUID}')})
  ORDER BY firstReceivedAt, toString(tab)`;
