import type { Quality, QualityQuery, QualitySession, SessionFilter } from '@sightline/protocol';
import { ask, type Parameters } from './ask.ts';
import { matchingSessions } from './matching-sessions.ts';
import { ofSessions } from './of-sessions.ts';
import { qualitySources } from './quality-sources.ts';
import type { QuestionDeps } from './question.ts';
import { LIVE_WITHIN_MS } from './session-columns.ts';

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
  const { sessions, parameters } = rowsOf(filter, now());
  const given = { ...parameters, flagsVersion: flagsBy.version, flagsParameters: flagsBy.parameters };
  const [[totals], flags, worst] = await Promise.all([
    ask<TotalsRow>(engine, `${TOTALS} FROM (${sessions})`, given),
    ask<Quality['flags'][number]>(
      engine,
      `SELECT flag, count() AS sessions FROM (${sessions}) ARRAY JOIN flags AS flag GROUP BY flag ORDER BY sessions DESC, flag`,
      given,
    ),
    ask<WorstRow>(
      engine,
      `SELECT session, ref, startedAt, live, state, flags, ${SHOWN.join(', ')} FROM (${sessions}) WHERE lookAt ORDER BY ${WORST_FIRST} LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      { ...given, limit, offset },
    ),
  ]);
  // An aggregate over no rows is a row.
  if (!totals) throw new Error('session quality: expected one row of totals, got none');
  const { incomplete, refusedOnly, unknown, complete, toLookAt, ...counts } = totals;
  return {
    totals: { ...counts, states: { incomplete, refused: refusedOnly, unknown, complete } },
    flags,
    sessions: worst.map(shown),
    total: toLookAt,
  };
}

type WorstRow = Omit<QualitySession, 'live'> & { live: 0 | 1 };
type TotalsRow = Omit<Quality['totals'], 'states'> & Record<'incomplete' | 'refusedOnly' | 'unknown' | 'complete' | 'toLookAt', number>;

/** A row for each session that matches, with all its counts. */
function rowsOf(filter: SessionFilter, at: number): { sessions: string; parameters: Parameters } {
  const matching = matchingSessions(filter, at, ['ref', 'startedAt', 'receivedAt']);
  const of = ofSessions(filter, at);
  const { tabs, recordings, told, flags } = qualitySources(`flight = {flight:String} AND ${of.sql}`);
  return {
    sessions: `
      SELECT *, multiIf(missing + chunksMissing + dropped > 0, 'incomplete', refused > 0, 'refused', numberedTabs < tabs, 'unknown', 'complete') AS state,
        state IN ('incomplete', 'refused') OR trackerFailures + clockJumps + untrustedClicks > 0 OR notEmpty(flags) AS lookAt
      FROM (SELECT session, ref, startedAt, receivedAt > {liveSince:Int64} AS live ${matching.from}) AS matching
      LEFT JOIN (${tabs}) AS tabs USING (session)
      LEFT JOIN (${recordings}) AS recordings USING (session)
      LEFT JOIN (${told}) AS told USING (session)
      LEFT JOIN (${flags}) AS flags USING (session)`,
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

const WORST_FIRST = `missing + chunksMissing + dropped DESC, refused DESC, trackerFailures DESC, length(flags) DESC,
  clockJumps + untrustedClicks DESC, startedAt DESC, session`;

const shown = ({ live, ref, ...row }: WorstRow): QualitySession => ({ ...row, ref: ref === '' ? row.session : ref, live: live === 1 });
