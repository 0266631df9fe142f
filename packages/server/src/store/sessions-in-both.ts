import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { beside } from './beside.ts';
import { knownSessions } from './known-sessions.ts';
import { fieldsOf, matchingSessions } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** How many sessions two filters mean both. */
export async function sessionsInBoth(
  { engine, now }: QuestionDeps,
  { filter, other }: { filter: SessionFilter; other: SessionFilter },
): Promise<number> {
  // A session is of one flight.
  if (other.flight !== filter.flight || areDisjoint(filter, other)) return 0;
  const known = { ...(await knownSessions({ engine }, { flight: filter.flight })), areSomeAside: true };
  const one = matchingSessions(filter, now(), [], known);
  const matchingOther = matchingSessions(other, now(), [], known);
  const two = beside(matchingOther.from, matchingOther.parameters);
  const [row] = await ask<{ sessions: number }>(
    engine,
    `SELECT count() AS sessions FROM (SELECT session ${one.from}) WHERE session IN (SELECT session ${two.sql})`,
    { ...one.parameters, ...two.parameters },
  );
  return row?.sessions ?? 0;
}

/** Whether no session can be meant by both, as each has one device, and one value of a field, and the filters ask for others. */
function areDisjoint(one: SessionFilter, other: SessionFilter): boolean {
  const share = (some: readonly string[], others: readonly string[]) => some.some((value) => others.includes(value));
  if (one.device?.length && other.device?.length && !share(one.device, other.device)) return true;
  const fields = new Map(fieldsOf(other.where));
  return fieldsOf(one.where).some(([field, values]) => !share(values, fields.get(field) ?? values));
}
