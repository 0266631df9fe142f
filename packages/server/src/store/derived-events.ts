import type { DerivedEvent, DerivedEvents, DerivedEventsQuery, JsonObject, MetadataEntry } from '@sightline/protocol';
import { ask } from './ask.ts';
import { ofSessions } from './of-sessions.ts';
import type { QuestionDeps } from './question.ts';

const PAGE = 1_000;

/** What a rule's version yielded in the sessions that a filter means, in order of time. */
export async function derivedEvents(
  { engine, now }: QuestionDeps,
  { rule, version, offset = 0, limit = PAGE, ...filter }: DerivedEventsQuery & { rule: string; version: number },
): Promise<DerivedEvents> {
  const sessions = ofSessions(filter, now());
  const from = `FROM derived FINAL WHERE flight = {flight:String} AND rule = {rule:String} AND ruleVersion = {version:UInt32} AND ${sessions.sql}`;
  const parameters = { ...sessions.parameters, rule, version };
  const [rows, [all]] = await Promise.all([
    ask<Row>(
      engine,
      `SELECT session, tab, ordinal, name, at, url, details, metadata, basis ${from} ORDER BY at, session, ordinal LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
      { ...parameters, limit, offset },
    ),
    ask<{ total: number }>(engine, `SELECT count() AS total ${from}`, parameters),
  ]);
  const events = rows.map(({ details, metadata, ...row }): DerivedEvent => ({
    ...row,
    type: 'interactionEvent',
    details: JSON.parse(details) as JsonObject,
    metadata: JSON.parse(metadata) as MetadataEntry[],
    derivedFrom: `${rule}@${version}`,
  }));
  return { events, total: all?.total ?? 0 };
}

type Row = Pick<DerivedEvent, 'session' | 'tab' | 'ordinal' | 'name' | 'at' | 'url' | 'basis'> & { details: string; metadata: string };
