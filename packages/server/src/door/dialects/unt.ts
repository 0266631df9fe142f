import { randomUUID } from 'node:crypto';
import { EmailRequest, isUuid, LIMITS, VisitRequest, type SessionId, type TabId, type VisitorId } from '@sightline/protocol';
import type { FastifyReply } from 'fastify';
import { Compile } from 'typebox/compile';
import type { EventRow } from '../../batch.ts';
import { foreignId } from '../foreign-id.ts';
import type { HttpDialect, HttpDoor } from '../http-dialect.ts';
import { problemOf, type Explains } from '../problem-of.ts';
import { recentMap } from '../recent-map.ts';
import { refusalOf } from '../refusal.ts';

interface Params {
  uuid: string;
}

/** UNT, user navigation tracking: page views of a visitor, and who the visitor is. */
export const unt: HttpDialect = {
  name: 'unt',
  paths: [
    { path: '/user/:uuid/track', unsigned: true },
    { path: '/user/:uuid/email', unsigned: true },
  ],
  routes(app, door) {
    const isVisit = Compile(VisitRequest);
    const isEmail = Compile(EmailRequest);
    const sessionOf = visits();

    app.post<{ Params: Params }>('/user/:uuid/track', async (request, reply) => {
      const gate = await door.unsigned(request, reply);
      if (gate === undefined) return reply;
      const { uuid } = request.params;
      const { body } = request;
      if (uuid.length > LIMITS.sessionRefLength) return refuseId(door, reply, uuid);
      if (!isVisit.Check(body)) return refuseBody(door, reply, isVisit, body);
      const receivedAt = door.intake.now();
      const visitor = foreignId(gate.flight, uuid) as VisitorId;
      const { visit, ...plain } = body;
      const place = placeOf(visit);
      const { tab, first } = place ?? door.intake.numbering(1);
      const batch = {
        application: gate.application,
        flight: gate.flight,
        session: place?.session ?? sessionOf(`${gate.flight} ${visitor}`, receivedAt),
        sessionRef: '',
        tab,
        visitor,
        dialect: 'unt' as const,
        agent: (request.headers['user-agent'] ?? '').slice(0, 1_024),
        receivedAt,
        offsetMs: null,
        offsetErrorMs: null,
        // What our own plugin numbered may have come before, and falls on the same place then.
        fresh: place === undefined,
        events: [visitRow(place ? plain : body, first, uuid)],
        refused: [],
        recordings: [],
      };
      return answer(door, reply, () => door.intake.deliver(batch));
    });

    app.post<{ Params: Params }>('/user/:uuid/email', async (request, reply) => {
      const gate = await door.unsigned(request, reply);
      if (gate === undefined) return reply;
      const { uuid } = request.params;
      const { body } = request;
      if (uuid.length > LIMITS.sessionRefLength) return refuseId(door, reply, uuid);
      if (!isEmail.Check(body)) return refuseBody(door, reply, isEmail, body);
      const { application, flight } = gate;
      const visitor = foreignId(flight, uuid) as VisitorId;
      return answer(door, reply, () =>
        door.intake.people.register({ application, flight, visitor, email: body.email, at: door.intake.now() }),
      );
    });
  },
};

/** Byte for byte what UNT answers. */
const SUCCESS = '{"message": "success"}';
/** UNT's words for a body without anything in it. */
const NO_DATA = 'No JSON data received';

async function answer(door: HttpDoor, reply: FastifyReply, work: () => Promise<void>): Promise<FastifyReply> {
  try {
    await work();
  } catch (error) {
    door.intake.log.error({ err: error }, 'a UNT call was not stored');
    return door.refuse(reply, refusalOf(error));
  }
  return reply.header('content-type', 'application/json').send(SUCCESS);
}

function refuseBody(door: HttpDoor, reply: FastifyReply, check: Explains, body: unknown): FastifyReply {
  const isEmpty = typeof body === 'object' && body !== null && Object.keys(body).length === 0;
  return door.refuse(reply, { failure: 'payloadMalformed', ...problemOf(check, body) }, isEmpty ? NO_DATA : undefined);
}

const refuseId = (door: HttpDoor, reply: FastifyReply, uuid: string): FastifyReply =>
  door.refuse(reply, {
    failure: 'payloadMalformed',
    field: 'uuid',
    reason: `uuid must be at most ${LIMITS.sessionRefLength} characters, got ${uuid.length}`,
  });

interface Place {
  session: SessionId;
  tab: TabId;
  first: number;
}

/** Where our own plugin says that a visit belongs; a plain one says nothing. */
function placeOf(visit: unknown): Place | undefined {
  const { session, tab, sequence } = (Object(visit) === visit ? visit : {}) as Record<string, unknown>;
  if (typeof session !== 'string' || typeof tab !== 'string' || !isUuid(session) || !isUuid(tab)) return undefined;
  if (!Number.isInteger(sequence) || Number(sequence) < 0 || Number(sequence) > MOST_IN_TAB) return undefined;
  return { session: session as SessionId, tab: tab as TabId, first: Number(sequence) };
}

const MOST_IN_TAB = 4_294_967_295;
const VISITORS = 50_000;
const SESSION_GAP_MS = 30 * 60_000;

/** UNT knows no sessions: visits of a visitor with less than 30 minutes between them are one. */
function visits(): (visitor: string, at: number) => SessionId {
  const last = recentMap<string, { session: SessionId; at: number }>(VISITORS);
  return (visitor, at) => {
    const known = last.get(visitor);
    const session = known !== undefined && at - known.at < SESSION_GAP_MS ? known.session : (randomUUID() as string as SessionId);
    last.set(visitor, { session, at });
    return session;
  };
}

function visitRow({ title, url, datetime, ...unknown }: VisitRequest, sequence: number, uuid: string): EventRow {
  const wallAt = Math.round(datetime);
  const isLong = url.length > LIMITS.urlLength;
  return {
    sequence,
    type: 'browserEvent',
    name: 'pageView',
    at: wallAt,
    wallAt,
    monotonicAt: null,
    epoch: 0,
    pageView: null,
    url: isLong ? url.slice(0, LIMITS.urlLength) : url,
    details: { url, title },
    metadata: [],
    applicationSpecificData: {},
    extra: {
      ...(isUuid(uuid) ? {} : { visitor: uuid }),
      ...(wallAt === datetime ? {} : { datetime }),
      ...(isLong ? { urlLength: url.length } : {}),
      ...unknown,
    },
  };
}
