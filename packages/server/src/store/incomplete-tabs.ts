import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

/** A tab that numbered more events than are stored. */
export interface IncompleteTab {
  flight: string;
  session: string;
  tab: string;
  expected: number;
  stored: number;
}

/** Tabs with gaps in what they numbered, the worst first, at most 1,000. Only our own tracker numbers its events. */
export const incompleteTabs = ({ engine }: QuestionDeps): Promise<IncompleteTab[]> =>
  ask<IncompleteTab>(
    engine,
    `SELECT flight, session, tab, expected, stored FROM (
      SELECT flight, session, tab, max(dialect) AS dialect, groupBitmapMergeState(tabs.stored) AS sequences,
        bitmapCardinality(sequences) AS stored, if(stored = 0, 0, bitmapMax(sequences) + 1) AS expected
      FROM tabs GROUP BY flight, session, tab
    ) WHERE dialect = 'native' AND expected > stored ORDER BY expected - stored DESC, session, tab LIMIT 1000`,
  );
