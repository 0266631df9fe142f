import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

export interface SessionToDerive {
  session: string;
  /** When it was last heard of. */
  seenAt: number;
}

/** Sessions of a flight that a rule's version was not applied to yet, or that grew since, the newest first. */
export const sessionsToDerive = (
  { engine }: QuestionDeps,
  { flight, rule, version }: { flight: string; rule: string; version: number },
): Promise<SessionToDerive[]> =>
  ask<SessionToDerive>(
    engine,
    `SELECT session, seen AS seenAt FROM (SELECT session, max(lastReceivedAt) AS seen FROM tabs WHERE flight = {flight:String} GROUP BY session) AS sessions
     WHERE (session, seen) NOT IN (SELECT session, seenAt FROM derived_sessions FINAL
       WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32})
     ORDER BY seenAt DESC, session`,
    { flight, rule, version },
  );
