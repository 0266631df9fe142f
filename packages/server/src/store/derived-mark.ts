import { ask } from './ask.ts';
import { NEWEST_DERIVED } from './newest-derived.ts';
import type { QuestionDeps } from './question.ts';

/** Of sessions in which rules found something: a number below 2³¹ that is another for other rules, versions and counts. */
export const derivedMarks = (of = ''): string => `SELECT session, groupBitXor(cityHash64(rule, ruleVersion, events)) % 2147483648 AS mark
  FROM derived_sessions FINAL WHERE ${NEWEST_DERIVED}${of} AND events > 0 GROUP BY session`;

/** A number that changes with what rules found in a session; 0 where they found nothing. */
export async function derivedMark({ engine }: QuestionDeps, { flight, session }: { flight: string; session: string }): Promise<number> {
  const [row] = await ask<{ mark: number }>(engine, derivedMarks(' AND session = {session:UUID}'), { flight, session });
  return row?.mark ?? 0;
}
