import type { RuleProgress } from '@sightline/protocol';
import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

export type DerivedCounts = Omit<RuleProgress, 'state' | 'failure'>;

/** How far a rule's version was applied, what it yielded, and what it could not. */
export async function derivedProgress(
  { engine }: QuestionDeps,
  { flight, rule, version }: { flight: string; rule: string; version: number },
): Promise<DerivedCounts> {
  const of = { flight, rule, version };
  const [[counts], problems, [all]] = await Promise.all([
    ask<Omit<DerivedCounts, 'of' | 'problems'>>(
      engine,
      `SELECT count() AS sessions, sum(events) AS events, sum(undecided) AS undecided, countIf(basis = 'recording') AS withRecording ${DONE}`,
      of,
    ),
    ask<DerivedCounts['problems'][number]>(
      engine,
      `SELECT problem, count() AS sessions ${DONE_BY_PROBLEM} GROUP BY problem ORDER BY sessions DESC, problem`,
      of,
    ),
    ask<{ of: number }>(engine, 'SELECT uniqExact(session) AS of FROM tabs WHERE flight = {flight:String}', { flight }),
  ]);
  return { sessions: 0, events: 0, undecided: 0, withRecording: 0, ...counts, problems, of: all?.of ?? 0 };
}

const WHERE = 'WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32}';
const DONE = `FROM derived_sessions FINAL ${WHERE}`;
const DONE_BY_PROBLEM = `FROM (SELECT problems ${DONE}) ARRAY JOIN problems AS problem`;
