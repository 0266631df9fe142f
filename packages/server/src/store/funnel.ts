import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { groupingOf, type SessionGroupBy } from './grouping-of.ts';
import { knownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { stepsOf } from './steps.ts';

export interface FunnelQuestion {
  filter: SessionFilter;
  steps: readonly string[];
  within?: number;
  by: SessionGroupBy;
  groups: number;
}

/** Of one group: how many sessions there are, how many reached each step, and the median time from the step before. */
export interface FunnelRow {
  key: string;
  sessions: number;
  reached: number[];
  medians: (number | null)[];
}

/** How far the sessions that match went through steps in order. */
export async function funnel({ engine, now }: QuestionDeps, { filter, steps, within, by, groups }: FunnelQuestion): Promise<FunnelRow[]> {
  const { key, values, of } = groupingOf(by);
  const known = await knownSessions({ engine }, { flight: filter.flight, steps });
  const matching = matchingSessions(filter, now(), of, { ...known, areSomeAside: true });
  const { walks, parameters } = stepsOf({ steps, within, prefix: 'funnel', known });
  const reached = steps.map((_, index) => `countIf(length(gaps) > ${index})`);
  const median = (index: number) =>
    index === 0
      ? 'NULL'
      : `if(countIf(length(gaps) > ${index}) = 0, NULL, quantileExactInclusiveIf(0.5)(gaps[${index + 1}], length(gaps) > ${index}))`;
  return ask<FunnelRow>(
    engine,
    `SELECT key, count() AS sessions, [${reached.join(', ')}] AS reached, [${steps.map((_, index) => median(index)).join(', ')}] AS medians
    FROM (SELECT session, ${key} AS key ${matching.from}) AS of LEFT JOIN ${walks} AS went ON went.session = of.session
    GROUP BY key ORDER BY sessions DESC, key LIMIT {groups:UInt32}`,
    { ...matching.parameters, ...values, ...parameters, groups },
  );
}
