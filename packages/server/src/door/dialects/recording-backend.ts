import { LIMITS, RecordRequest, TrackRequest, type JsonObject, type TabId } from '@sightline/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Batch, EventRow, RecordingRow, RefusedRow } from '../../batch.ts';
import { answerRoute } from '../answer-json.ts';
import type { FlightGate } from '../flight-gate.ts';
import { foreignSessions, type ForeignSession } from '../foreign-id.ts';
import type { HttpDialect, HttpDoor } from '../http-dialect.ts';
import { beginsWithSnapshot } from '../begins-with-snapshot.ts';
import { ecmaTime, isoTime } from '../iso-time.ts';
import { keptAside } from '../kept-aside.ts';
import { nestsWithin } from '../nests-within.ts';
import { problemOf } from '../problem-of.ts';
import { isRefusal, refusalOf, type Refusal } from '../refusal.ts';

/** The recording backend's calls: one event, or a run of rrweb events, for the session the caller names. */
export const recordingBackend: HttpDialect = {
  name: 'recording-backend',
  paths: [
    { path: '/api/track', unsigned: true },
    { path: '/api/record', unsigned: true },
  ],
  routes(app, door) {
    const isTrack = Compile(TrackRequest);
    const isRecord = Compile(RecordRequest);
    const sessionOf = foreignSessions();

    const tracked = (body: unknown, gate: FlightGate, agent: string | undefined): Batch | Refusal => {
      if (!isTrack.Check(body)) return { failure: 'payloadMalformed', ...problemOf(isTrack, body) };
      const row = trackRow(body);
      if ('failure' in row) return row;
      const { tab, first } = door.intake.numbering(1);
      row.sequence = first;
      return batchOf(door, gate, agent, sessionOf(gate.flight, body.session_id), tab, { events: [row] });
    };

    door.express('/api/track', {
      answer: OK,
      batchOf(body, gate, agent) {
        const batch = tracked(body, gate, agent);
        return isRefusal(batch) ? undefined : batch;
      },
    });

    app.post('/api/track', async (request, reply) => {
      const gate = await door.unsigned(request, reply);
      if (gate === undefined) return reply;
      const batch = tracked(request.body, gate, request.headers['user-agent']);
      return isRefusal(batch) ? door.refuse(reply, batch) : store(door, request, reply, batch);
    });

    app.post('/api/record', async (request, reply) => {
      const gate = await door.unsigned(request, reply);
      if (gate === undefined) return reply;
      const { body } = request;
      if (!isRecord.Check(body)) return door.refuse(reply, { failure: 'payloadMalformed', ...problemOf(isRecord, body) });
      const { good, refused } = sorted(body.events);
      const worst = refused[0];
      if (good.length === 0 && worst !== undefined)
        return door.refuse(reply, { failure: 'payloadMalformed', reason: worst.reason, field: 'events' });
      const { tab, first } = door.intake.numbering(1);
      const recordings = good.length === 0 ? [] : [recordingRow(good, first, door.intake.now())];
      return store(
        door,
        request,
        reply,
        batchOf(door, gate, request.headers['user-agent'], sessionOf(gate.flight, body.session_id), tab, { recordings, refused }),
      );
    });
  },
};

const OK = '{"status":"ok"}';

async function store(door: HttpDoor, request: FastifyRequest, reply: FastifyReply, batch: Batch): Promise<FastifyReply> {
  const answer = batch.refused.length === 0 ? OK : JSON.stringify({ status: 'ok', refused: batch.refused.map(({ reason }) => reason) });
  try {
    await door.during(request, door.intake.deliver(batch));
  } catch (error) {
    return door.refuse(reply, refusalOf(error));
  }
  answerRoute(reply, answer);
  return reply;
}

function trackRow(body: TrackRequest): EventRow | Refusal {
  const { session_id: _session, timestamp, type, url, details, ...unknown } = body;
  const exact = ecmaTime(timestamp);
  const wallAt = exact ?? isoTime(timestamp);
  if (wallAt === undefined) {
    return {
      failure: 'payloadMalformed',
      field: 'timestamp',
      reason: `timestamp must be ISO 8601 from 1970 to 2199, got ${JSON.stringify(timestamp)}`,
    };
  }
  if (!nestsWithin(body, LIMITS.nesting))
    return { failure: 'payloadMalformed', field: 'details', reason: `details must nest at most ${LIMITS.nesting} deep, got more` };
  const isLong = url.length > LIMITS.urlLength;
  return {
    sequence: 0,
    type: 'customEvent',
    name: type,
    at: wallAt,
    wallAt,
    monotonicAt: null,
    epoch: 0,
    pageView: null,
    url: isLong ? url.slice(0, LIMITS.urlLength) : url,
    details,
    metadata: [],
    applicationSpecificData: {},
    extra: {
      ...(exact === undefined ? { timestamp } : {}),
      ...(isLong ? { urlLength: url.length } : {}),
      ...unknown,
    },
  };
}

/** rrweb events are kept whatever they hold, as the original did; only what is no object cannot be one. */
function sorted(events: readonly unknown[]): { good: JsonObject[]; refused: RefusedRow[] } {
  const good: JsonObject[] = [];
  const refused: RefusedRow[] = [];
  events.forEach((event, index) => {
    const problem = recordingProblem(event);
    if (problem === undefined) good.push(event as JsonObject);
    else refused.push({ ...keptAside(event, `events.${index} must be ${problem}`), sequence: null });
  });
  return { good, refused };
}

/** A full snapshot nests as deep as the page does, so the depth of a recording is bounded more widely. */
const RECORDING_NESTING = 512;

function recordingProblem(event: unknown): string | undefined {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return `an rrweb event (an object), got ${JSON.stringify(event)?.slice(0, 60)}`;
  return nestsWithin(event, RECORDING_NESTING) ? undefined : `nested at most ${RECORDING_NESTING} deep, got more`;
}

function recordingRow(events: JsonObject[], sequence: number, receivedAt: number): RecordingRow {
  let at = Number.POSITIVE_INFINITY;
  let until = 0;
  for (const { timestamp } of events) {
    if (typeof timestamp !== 'number' || timestamp < 0 || timestamp > 7_258_118_400_000) continue;
    at = Math.min(at, Math.round(timestamp));
    until = Math.max(until, Math.round(timestamp));
  }
  const times = Number.isFinite(at) ? { at, until } : { at: receivedAt, until: receivedAt };
  return { sequence, ...times, offsetMs: 0, count: events.length, snapshot: beginsWithSnapshot(events), encoding: 'json', events };
}

interface Contents {
  events?: EventRow[];
  recordings?: RecordingRow[];
  refused?: RefusedRow[];
}

function batchOf(
  door: HttpDoor,
  gate: FlightGate,
  agent = '',
  { session, sessionRef }: ForeignSession,
  tab: TabId,
  { events = [], recordings = [], refused = [] }: Contents,
): Batch {
  return {
    application: gate.application,
    flight: gate.flight,
    session,
    sessionRef,
    tab,
    visitor: null,
    dialect: 'recording-backend',
    agent: agent.slice(0, 1_024),
    receivedAt: door.intake.now(),
    offsetMs: null,
    offsetErrorMs: null,
    fresh: true,
    events,
    refused,
    recordings,
  };
}
