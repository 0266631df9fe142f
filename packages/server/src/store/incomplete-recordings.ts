import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** A tab that numbered more chunks of its recording than came. */
export interface IncompleteRecording {
  flight: string;
  session: string;
  tab: string;
  expected: number;
  stored: number;
  refused: number;
  missing: number;
}

/** Tabs with gaps in their recordings, the worst first, at most 1,000. A refused chunk came, and is no gap. */
export const incompleteRecordings = ({ engine }: QuestionDeps): Promise<IncompleteRecording[]> =>
  ask<IncompleteRecording>(
    engine,
    `SELECT flight, session, tab, max(number) + 1 AS expected, countIf(isStored) AS stored, countIf(NOT isStored) AS refused,
       expected - uniqExact(number) AS missing
     FROM (
       SELECT flight, session, tab, toInt64(sequence) AS number, true AS isStored FROM recordings FINAL WHERE dialect = 'native'
       UNION ALL
       SELECT flight, session, tab, toInt64(sequence) AS number, false AS isStored FROM refused FINAL
       WHERE kind = 'recording' AND isNotNull(sequence)
     )
     GROUP BY flight, session, tab HAVING missing > 0 ORDER BY missing DESC, session, tab LIMIT 1000`,
  );
