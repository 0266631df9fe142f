import type { SessionFilter } from '@sightline/protocol';
import { ask } from './ask.ts';
import { matchingSessions, type Matching } from './matching-sessions.ts';
import type { QuestionDeps } from './question.ts';

/** How many sessions two filters mean both. */
export async function sessionsInBoth(
  { engine, now }: QuestionDeps,
  { filter, other }: { filter: SessionFilter; other: SessionFilter },
): Promise<number> {
  // A session is of one flight.
  if (other.flight !== filter.flight) return 0;
  const one = matchingSessions(filter, now());
  const two = beside(matchingSessions(other, now()));
  const [row] = await ask<{ sessions: number }>(
    engine,
    `SELECT count() AS sessions FROM (SELECT session ${one.from}) WHERE session IN (SELECT session ${two.from})`,
    { ...one.parameters, ...two.parameters },
  );
  return row?.sessions ?? 0;
}

/** The same with places of other names, for a statement that has another such part. */
const beside = ({ from, parameters }: Matching): Matching => ({
  from: from.replaceAll('{filter', '{besideFilter'),
  parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(/^filter/, 'besideFilter'), value])),
});
