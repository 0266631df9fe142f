import type { DerivedEvent } from '@sightline/protocol';
import type { QuestionDeps } from './question.ts';

/** What a rule came to in one session. */
export interface DerivedSession {
  flight: string;
  rule: string;
  version: number;
  session: string;
  events: readonly Omit<DerivedEvent, 'session' | 'ordinal' | 'derivedFrom'>[];
  undecided: number;
  basis: DerivedEvent['basis'];
  problems: readonly string[];
  /** When the session was last heard of as it was read. */
  seenAt: number;
}

/** Keeps what a rule came to in a session, and then that it is done: what a crash cuts off between the two is worked out again. */
export async function storeDerived({ engine, now }: QuestionDeps, of: DerivedSession): Promise<void> {
  const { flight, rule, version, session } = of;
  const head = { flight, rule, ruleVersion: version, session };
  const derivedAt = now();
  await engine.use(async (client) => {
    // A session that grew is worked out anew: what it yielded before may be another event.
    await client.command({
      query:
        'DELETE FROM derived WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32} AND session = {session:UUID}',
      query_params: { flight, rule, version, session },
    });
    if (of.events.length > 0) {
      const values = of.events.map(({ tab, name, at, url, details, metadata, basis }, ordinal) => ({
        ...head,
        ordinal,
        tab,
        name,
        at,
        url,
        details: JSON.stringify(details),
        metadata: JSON.stringify(metadata),
        basis,
        derivedAt,
      }));
      await client.insert({ table: 'derived', values, format: 'JSONEachRow' });
    }
    const { undecided, basis, problems, seenAt, events } = of;
    await client.insert({
      table: 'derived_sessions',
      values: [{ ...head, events: events.length, undecided, basis, problems, seenAt, derivedAt }],
      format: 'JSONEachRow',
    });
  });
}
