import { ask } from './ask.ts';
import { cameOfTabs } from './came-of-tabs.ts';
import type { QuestionDeps } from './question.ts';

/** A tab that numbered more events than came. */
export interface IncompleteTab {
  flight: string;
  session: string;
  tab: string;
  expected: number;
  stored: number;
  refused: number;
  missing: number;
}

/** Tabs with gaps in what they numbered, the worst first, at most 1,000. Only our own tracker numbers its events. */
export const incompleteTabs = ({ engine }: QuestionDeps): Promise<IncompleteTab[]> =>
  ask<IncompleteTab>(
    engine,
    `SELECT flight, session, tab, expected, stored, refused, expected - arrived AS missing FROM (${cameOfTabs('1')})
     WHERE isNumbered AND missing > 0 ORDER BY missing DESC, session, tab LIMIT 1000`,
  );
