import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

export interface SessionToDerive {
  session: string;
  /** When it was last heard of. */
  seenAt: number;
  /** The rule's version was applied to it before, when it had less. */
  again: boolean;
}

/** Sessions of a flight that a rule's version was not applied to yet, or that grew since, the newest first. */
export const sessionsToDerive = (
  { engine }: QuestionDeps,
  { flight, rule, version }: { flight: string; rule: string; version: number },
): Promise<SessionToDerive[]> =>
  ask<SessionToDerive>(
    engine,
    `SELECT session, seen AS seenAt, done.seenAt != 0 AS again
     FROM (SELECT session, max(lastReceivedAt) AS seen FROM tabs WHERE flight = {flight:String} GROUP BY session) AS sessions
     LEFT JOIN (SELECT session, seenAt FROM derived_sessions FINAL
       WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32}) AS done ON done.session = sessions.session
     WHERE done.seenAt != seen
     ORDER BY seen DESC, session`,
    { flight, rule, version },
  );
