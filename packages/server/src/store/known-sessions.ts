import { ask } from './ask.ts';
import { FRESH } from './fresh-sessions.ts';
import type { QuestionDeps } from './question.ts';
import { stepsAside } from './steps-aside.ts';

/** What a flight's sessions are known to be, so that a statement leaves out what is about none. */
export interface KnownSessions {
  /** Something came of some since they were folded. */
  areSomeFresh: boolean;
  /** Some are of foreign clients. */
  areSomeForeign: boolean;
  /** Some did steps that no way tells of. */
  areSomeAside: boolean;
}

/** Where nothing is known. */
export const UNKNOWN: KnownSessions = { areSomeFresh: true, areSomeForeign: true, areSomeAside: true };

/** Looks at it: a few ms, where planning for what turns out to be none takes several times that. What comes afterwards came too late for the question. */
export async function knownSessions(
  { engine }: Pick<QuestionDeps, 'engine'>,
  { flight, steps = [] }: { flight: string; steps?: readonly string[] },
): Promise<KnownSessions> {
  const aside = steps.length === 0 ? undefined : stepsAside(steps, 'known');
  const [[row], found] = await Promise.all([
    ask<{ fresh: number; foreign: number }>(
      engine,
      `SELECT countIf(${FRESH}) AS fresh, countIf(dialect != 'native') AS foreign FROM tabs WHERE flight = {flight:String}`,
      { flight },
    ),
    aside && ask(engine, `SELECT 1 AS one FROM (${aside.sessions}) LIMIT 1`, { flight, ...aside.parameters }),
  ]);
  return { areSomeFresh: row?.fresh !== 0, areSomeForeign: row?.foreign !== 0, areSomeAside: found?.length !== 0 };
}
