import type { Quality, QualityQuery, QualitySession, SessionFilter } from '@sightline/protocol';
import { ask, type Parameters } from './ask.ts';
import { knownSessions, type KnownSessions } from './known-sessions.ts';
import { matchingSessions } from './matching-sessions.ts';
import { measuredFlags } from './measured-flags.ts';
import { ofSessions } from './of-sessions.ts';

import type { QuestionDeps } from './question.ts';
import { LIVE_WITHIN_MS } from './session-columns.ts';
import { LOSS_COLUMNS } from './session-losses.ts';

export interface SessionQualityQuery extends QualityQuery {
  /** The definition of `quality_flags` that the flight measures with. */
  flagsBy: { version: number; parameters: string };
}

const SIZE = 50;

/** What came of the sessions that match, what their trackers complained of, and those that somebody should look at, the worst first. */
export async function sessionQuality(
  { engine, now }: QuestionDeps,
  { flagsBy, offset = 0, limit = SIZE, ...filter }: SessionQualityQuery,
): Promise<Quality> {
  const known = await knownSessions({ engine }, { flight: filter.flight, steps: filter.sequence ?? [] });
  const { sessions, parameters } = rowsOf(filter, now(), known);
  // All in one go over the sessions, as putting together what is known of them takes longest.
  const [answer] = await ask<TotalsRow & { flagged: number; flagCounts: [string[], number[]]; worst: unknown[][] }>(
    engine,
    `${TOTALS}, sumMap(flags, arrayMap(flag -> toUInt64(1), flags)) AS flagCounts, groupArraySortedIf(${offset + limit})(place, lookAt) AS worst
     FROM (SELECT *, (${[...WORST_FIRST, ...WORST].join(', ')}) AS place FROM (${sessions}))`,
    { ...parameters, flagsVersion: flagsBy.version, flagsParameters: flagsBy.parameters },
  );
  // An aggregate over no rows is a row.
  if (!answer) throw new Error('session quality: expected one row of totals, got none');
  const { incomplete, refusedOnly, unknown, complete, toLookAt, flagCounts, worst, ...counts } = answer;
  const [names, numbers] = flagCounts;
  return {
    totals: { ...counts, states: { incomplete, refused: refusedOnly, unknown, complete } },
    flags: names
      .map((flag, index) => ({ flag, sessions: numbers[index] ?? 0 }))
      .toSorted((one, other) => other.sessions - one.sessions || (one.flag < other.flag ? -1 : 1)),
    sessions: worst.slice(offset).map(shown),
    total: toLookAt,
  };
}

type WorstRow = Omit<QualitySession, 'live'> & { live: 0 | 1 };
type TotalsRow = Omit<Quality['totals'], 'states'> & Record<'incomplete' | 'refusedOnly' | 'unknown' | 'complete' | 'toLookAt', number>;

/** A row for each session that matches, with all its counts. */
function rowsOf(filter: SessionFilter, at: number, known: KnownSessions): { sessions: string; parameters: Parameters } {
  const matching = matchingSessions(filter, at, ['ref', 'startedAt', 'receivedAt', 'tabs', ...LOSS_COLUMNS], known);
  const of = ofSessions(filter, at, { known });
  return {
    sessions: `
      SELECT *, multiIf(missing + chunksMissing + dropped > 0, 'incomplete', refused > 0, 'refused', unnumberedTabs > 0, 'unknown', 'complete') AS state,
        state IN ('incomplete', 'refused') OR trackerFailures + clockJumps + untrustedClicks > 0 OR notEmpty(flags) AS lookAt
      FROM (SELECT session, ref, startedAt, receivedAt > {liveSince:Int64} AS live, tabs, ${LOSS_COLUMNS.join(', ')} ${matching.from}) AS matching
      LEFT JOIN (${measuredFlags(of.sql)}) AS flags USING (session)`,
    parameters: { ...matching.parameters, ...of.parameters, liveSince: at - LIVE_WITHIN_MS },
  };
}

const SHOWN = [
  'expected',
  'stored',
  'missing',
  'refused',
  'unnumbered',
  'tabs',
  'tabsIncomplete',
  'recordings',
  'recordingsIncomplete',
  'chunksMissing',
  'dropped',
  'trackerFailures',
  'clockJumps',
  'untrustedClicks',
] as const satisfies readonly (keyof QualitySession)[];

const TOTALS = `SELECT count() AS sessions, ${SHOWN.map((count) => `sum(${count}) AS ${count}`).join(', ')},
  sum(measured) AS measured, countIf(notEmpty(flags)) AS flagged, countIf(state = 'incomplete') AS incomplete, countIf(state = 'refused') AS refusedOnly,
  countIf(state = 'unknown') AS unknown, countIf(state = 'complete') AS complete, countIf(lookAt) AS toLookAt`;

/** In ascending order the worst come first. */
const WORST_FIRST = [
  '-toInt64(missing + chunksMissing + dropped)',
  '-toInt64(refused)',
  '-toInt64(trackerFailures)',
  '-toInt64(length(flags))',
  '-toInt64(clockJumps + untrustedClicks)',
  '-startedAt',
  'toString(session)',
];

const WORST = ['session', 'ref', 'startedAt', 'live', 'state', 'flags', ...SHOWN] as const;

function shown(place: unknown[]): QualitySession {
  const values = place.slice(WORST_FIRST.length);
  const { live, ref, ...row } = Object.fromEntries(WORST.map((column, index) => [column, values[index]])) as unknown as WorstRow;
  return { ...row, ref: ref === '' ? row.session : ref, live: live === 1 };
}
