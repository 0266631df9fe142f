import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { knownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { sessionTable } from './session-table.ts';

export interface RetentionQuestion {
  filter: SessionFilter;
  unit: 'day' | 'week';
}

/** How many visitors of those who first came in a period came so many periods later; `later` is null for all of them. */
export interface RetentionRow {
  begin: string;
  later: number | null;
  visitors: number;
}

/** Stands for all periods together. */
const ALL = -1;

const BEGIN = { day: 'toDate(instant)', week: 'toMonday(instant)' } as const;

/** Who came again. A visitor's first time is the first in the flight, whatever the filter leaves out. */
export async function retention({ engine, now }: QuestionDeps, { filter, unit }: RetentionQuestion): Promise<RetentionRow[]> {
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const matching = matchingSessions(filter, now(), ['visitor', 'startedAt'], known);
  const periodOf = (ms: string) => BEGIN[unit].replace('instant', `fromUnixTimestamp64Milli(${ms}, 'UTC')`);
  const bounds = [
    ...(filter.from === undefined ? [] : ['first >= {filterFrom:Int64}']),
    ...(filter.to === undefined ? [] : ['first < {filterTo:Int64}']),
  ];
  return ask<RetentionRow>(
    engine,
    `SELECT toString(began) AS begin, nullIf(period, ${ALL}) AS later, uniqExact(visitor) AS visitors FROM (
      SELECT visitor, ${periodOf('first')} AS began, intDiv(toInt32(${periodOf('came.at')}) - toInt32(began), ${unit === 'day' ? 1 : 7}) AS passed
      FROM (SELECT visitor, at FROM (SELECT visitor, startedAt AS at ${matching.from}) WHERE isNotNull(visitor)) AS came
      INNER JOIN (
        SELECT visitor, min(startedAt) AS first FROM ${sessionTable(['visitor', 'startedAt'], known)} WHERE isNotNull(visitor) GROUP BY visitor
      ) AS firsts ON firsts.visitor = came.visitor
      ${bounds.length === 0 ? '' : `WHERE ${bounds.join(' AND ')}`}
    ) ARRAY JOIN [toInt32(passed), ${ALL}] AS period GROUP BY began, period ORDER BY began, period = ${ALL}, period`,
    { ...matching.parameters },
  );
}
