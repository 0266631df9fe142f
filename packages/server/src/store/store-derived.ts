import type { DerivedEvent } from '@sightline/protocol';
import type { QuestionDeps } from './question.ts';

/** What a rule came to in one session. */
export interface DerivedSession {
  session: string;
  events: readonly Omit<DerivedEvent, 'session' | 'ordinal' | 'derivedFrom'>[];
  undecided: number;
  basis: DerivedEvent['basis'];
  problems: readonly string[];
  /** When the session was last heard of as it was read. */
  seenAt: number;
  /** It was done before, and grew: what it yielded then may be another event. */
  again: boolean;
}

/** What a rule's version came to in some sessions. */
export interface DerivedSessions {
  flight: string;
  rule: string;
  version: number;
  sessions: readonly DerivedSession[];
}

/** Keeps what a rule came to in sessions, and then that they are done: what a crash cuts off between the two is worked out again. */
export async function storeDerived({ engine, now }: QuestionDeps, { flight, rule, version, sessions }: DerivedSessions): Promise<void> {
  const derivedAt = now();
  const again = sessions.filter((of) => of.again).map(({ session }) => session);
  const head = { flight, rule, ruleVersion: version };
  const events = sessions.flatMap(({ session, events: own }) =>
    own.map(({ tab, name, at, url, details, metadata, basis }, ordinal) => ({
      ...head,
      session,
      ordinal,
      tab,
      name,
      at,
      url,
      details: JSON.stringify(details),
      metadata: JSON.stringify(metadata),
      basis,
      derivedAt,
    })),
  );
  await engine.use(async (client) => {
    if (again.length > 0)
      await client.command({
        query: `DELETE FROM derived WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32}
          AND session IN {again:Array(UUID)}`,
        query_params: { flight, rule, version, again },
      });
    if (events.length > 0) await client.insert({ table: 'derived', values: events, format: 'JSONEachRow' });
    await client.insert({
      table: 'derived_sessions',
      values: sessions.map(({ session, undecided, basis, problems, seenAt, events: own }) => ({
        ...head,
        session,
        events: own.length,
        undecided,
        basis,
        problems,
        seenAt,
        derivedAt,
      })),
      format: 'JSONEachRow',
    });
  });
}
