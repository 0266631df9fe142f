import type { ApplicationId, FlightId, JsonObject } from '@sightline/protocol';
import type { ExportedEvent } from '../exports/export-format.ts';
import { ask, askOneByOne } from './ask.ts';
import { EVENT_COLUMNS, toStoredEvent, type EventColumns } from './event-columns.ts';
import type { QuestionDeps } from './question.ts';
import { STARTED_AT } from './session-columns.ts';

export interface ExportQuery {
  flight: string;
  session?: string;
}

/** Sessions read at a time: the engine sorts so many, however large the flight. */
const SESSIONS = 500;

interface SessionHead {
  session: string;
  sessionRef: string;
  startedAt: number;
}

/** A flight's events, session by session, each in time order. */
export async function* exportEvents({ engine }: QuestionDeps, { flight, session }: ExportQuery): AsyncGenerator<ExportedEvent, void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const heads = await ask<SessionHead>(engine, headsQuery(session), { flight, session: session ?? after });
    const first = heads[0];
    const last = heads.at(-1);
    if (first === undefined || last === undefined) return;
    const bySession = new Map(heads.map((head) => [head.session, head]));
    const rows = askOneByOne<ExportRow>(engine, EVENTS, { flight, from: first.session, to: last.session });
    for await (const row of rows) {
      const head = bySession.get(row.session);
      // A session that began between the two questions comes with the next export.
      if (head !== undefined) yield toExportedEvent(row, head);
    }
    if (session !== undefined || heads.length < SESSIONS) return;
    after = last.session;
  }
}

const headsQuery = (session: string | undefined) => `
  SELECT session, max(sessionRef) AS sessionRef, ${STARTED_AT} AS startedAt FROM tabs
  WHERE flight = {flight:String} AND session ${session === undefined ? '>' : '='} {session:UUID}
  GROUP BY session ORDER BY session LIMIT ${SESSIONS}`;

interface ExportRow extends EventColumns {
  application: ApplicationId;
  flight: FlightId;
  extra: string;
}

const EVENTS = `
  SELECT ${EVENT_COLUMNS}, application, flight, extra FROM events FINAL
  WHERE flight = {flight:String} AND session >= {from:UUID} AND session <= {to:UUID}
  ORDER BY session, at, toString(tab), sequence`;

const toExportedEvent = (row: ExportRow, { sessionRef, startedAt }: SessionHead): ExportedEvent => ({
  ...toStoredEvent(row),
  application: row.application,
  flight: row.flight,
  sessionRef: sessionRef === '' ? row.session : sessionRef,
  sessionStartedAt: startedAt,
  extra: JSON.parse(row.extra) as JsonObject,
});
