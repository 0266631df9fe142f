import { ask } from './ask.ts';
import { chunksOf } from './chunks-of.ts';
import type { QuestionDeps } from './question.ts';
import type { SessionsOfFlight } from './sessions-of-flight.ts';

/** Whom sessions said their visitor was, in lower case; sessions that said nothing are left out. */
export async function sessionsThatIdentified(
  { engine }: QuestionDeps,
  { flight, sessions }: SessionsOfFlight,
): Promise<Map<string, string[]>> {
  const said = new Map<string, string[]>();
  for (const some of chunksOf(sessions)) {
    const rows = await ask<{ session: string; people: string[] }>(
      engine,
      `SELECT session, groupUniqArray(lowerUTF8(trim(JSONExtractString(details, 'person')))) AS people FROM events
       WHERE flight = {flight:String} AND session IN {sessions:Array(UUID)} AND name = 'identified' AND type = 'statusEvent' GROUP BY session`,
      { flight, sessions: some },
    );
    for (const { session, people } of rows) said.set(session, people);
  }
  return said;
}
