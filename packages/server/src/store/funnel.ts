import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { groupingOf, type SessionGroupBy } from './grouping-of.ts';
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
export function funnel({ engine, now }: QuestionDeps, { filter, steps, within, by, groups }: FunnelQuestion): Promise<FunnelRow[]> {
  const matching = matchingSessions(filter, now());
  const { key, values } = groupingOf(by);
  const { events, chains, parameters } = stepsOf(steps, within, 'funnel');
  const places = steps.map((_, index) => index + 1);
  const median = (place: number) =>
    place === 1
      ? 'NULL'
      : `if(countIf(notEmpty(chains[${place}])) = 0, NULL, quantileExactInclusiveIf(0.5)(chains[${place}][${place}] - chains[${place}][${place - 1}], notEmpty(chains[${place}])))`;
  return ask<FunnelRow>(
    engine,
    `SELECT key, count() AS sessions, [${places.map((place) => `countIf(notEmpty(chains[${place}]))`).join(', ')}] AS reached,
      [${places.map(median).join(', ')}] AS medians
    FROM (SELECT session, ${key} AS key ${matching.from}) AS of
    LEFT JOIN (
      SELECT session, ${chains} AS chains FROM ${events} GROUP BY session
    ) AS went ON went.session = of.session
    GROUP BY key ORDER BY sessions DESC, key LIMIT {groups:UInt32}`,
    { ...matching.parameters, ...values, ...parameters, groups },
  );
}
