import { randomUUID } from 'node:crypto';
import {
  FAILURES,
  LIMITS,
  PROTOCOL_VERSION,
  unixMs,
  type ApplicationDataChange,
  type BatchId,
  type ClientShutdown,
  type EventPayload,
  type HandshakeRequest,
  type JsonObject,
  type ServerShutdownAcknowledge,
  type SessionId,
  type UpMessage,
  type VisitorId,
} from '@sightline/protocol';
import { dataProblem, mergeData } from '../application-data.ts';
import type { Conversation, Frame, Handled, Line, Peer } from '../conversation.ts';
import { countRefusal } from '../counts.ts';
import { failureMessage } from '../failure-message.ts';
import type { Intake } from '../intake.ts';
import { problemOf, type Explains } from '../problem-of.ts';
import { isRefusal, refusalOf, type Refusal } from '../refusal.ts';
import type { NativeSession, Saved, SaveNative } from './native-saver.ts';
import { versionProblem } from './native-version.ts';

/** A check that tells the compiler what it found. */
export interface Check<Message> extends Explains {
  Check(value: unknown): value is Message;
}

/** The compiled schema of every message a native client may send. */
export interface NativeChecks {
  handshake: Check<HandshakeRequest>;
  payload: Check<EventPayload>;
  change: Check<ApplicationDataChange>;
  clientShutdown: Check<ClientShutdown>;
  acknowledge: Check<ServerShutdownAcknowledge>;
}

export interface NativeDeps {
  intake: Intake;
  checks: NativeChecks;
  save: SaveNative;
  peer: Peer;
  line: Line;
}

/** A WebSocket close code that says: a rule was broken. */
const POLICY = 1008;
const GOING_AWAY = 1001;
const NORMAL = 1000;
const DONE: Handled = { done: Promise.resolve(), blocks: false };

/** LogUI's published protocol with our additions, from the handshake to the close. */
export function nativeConversation({ intake, checks, save, peer, line }: NativeDeps): Conversation {
  let state: 'greeting' | 'open' | 'ended' = 'greeting';
  let session: NativeSession | undefined;
  let token = '';
  let origin: string | undefined;
  let applicationSpecificData: JsonObject = {};
  let badRequests = 0;
  /** A client that names a protocol version knows our additions; another gets answers in PROTOCOL.md's words alone. */
  let knowsAdditions = false;
  let answered: Promise<void> = Promise.resolve();
  let farewell: (() => void) | undefined;

  /** Answers in the order of the requests, whatever the disk does. */
  const inTurn = (answer: () => Promise<void>): Promise<void> => {
    answered = answered.then(answer);
    return answered;
  };

  const end = (code: number) => {
    if (state === 'ended') return;
    state = 'ended';
    line.close(code);
    farewell?.();
  };

  const refuse = (refusal: Refusal, batch?: BatchId): void => {
    if (state === 'ended') return;
    countRefusal(intake.counts, refusal.failure);
    const { message, retry, terminate } = FAILURES[refusal.failure];
    const isBad = message === 'logui-bad-request' && !retry;
    if (isBad) badRequests += 1;
    // PROTOCOL.md: after the fifth bad request the server simply closes, without an answer.
    if (isBad && badRequests >= LIMITS.badRequests && !line.answersAll) return end(POLICY);
    line.send(failureMessage(refusal, batch));
    if (terminate) end(POLICY);
  };

  const refuseInTurn = (refusal: Refusal, batch?: BatchId): Handled => ({
    done: inTurn(async () => refuse(refusal, batch)),
    blocks: false,
  });

  const times = (receivedAt: number) => (knowsAdditions ? { receivedAt, serverTime: intake.now() } : {});

  /** Saves at once, answers in turn: so that many batches may be under way. */
  const saving = (payload: EventPayload, frame: Frame, answer: (saved: Saved) => void): Promise<void> => {
    if (session === undefined) return Promise.resolve();
    const saved = save(session, { payload, applicationSpecificData, receivedAt: frame.receivedAt, length: frame.length });
    // It is awaited in its turn; a failure that comes earlier must not count as unheard until then.
    saved.catch(() => undefined);
    return inTurn(async () => {
      try {
        answer(await saved);
      } catch (error) {
        intake.log.warn({ err: error, flight: session?.gate.flight }, 'a batch was not stored');
        refuse(refusalOf(error), payload.batch);
      }
    });
  };

  const greet = async (frame: Frame): Promise<void> => {
    const refusal = await open(frame);
    if (refusal === undefined) return;
    refuse(refusal);
    end(POLICY);
  };

  const open = async ({ value, receivedAt }: Frame): Promise<Refusal | undefined> => {
    if (typeOf(value) !== 'logui-handshake-request') {
      return {
        failure: 'handshakeFailed',
        reason: `the first message must be logui-handshake-request, got ${typeOf(value) ?? 'no JSON object with a messageType'}`,
      };
    }
    if (!checks.handshake.Check(value)) return { failure: 'handshakeMalformed', ...problemOf(checks.handshake, value) };
    const problem =
      unixMs(value.clientTimestamp) === undefined
        ? `clientTimestamp must be UNIX time, got ${String(value.clientTimestamp)}`
        : dataProblem(value.applicationSpecificData);
    if (problem !== undefined) return { failure: 'handshakeMalformed', reason: problem };
    const unsupported = versionProblem(value);
    if (unsupported !== undefined) return { failure: 'versionUnsupported', reason: unsupported };
    token = value.applicationIdentifier;
    origin = peer.origin ?? value.pageOrigin;
    const gate = await intake.admission.byToken(token, origin);
    if (isRefusal(gate)) return gate;
    const { expectedClientVersion } = gate;
    if (expectedClientVersion !== undefined && expectedClientVersion !== value.clientVersion) {
      return {
        failure: 'versionMismatch',
        reason: `clientVersion must be ${expectedClientVersion}, which the token expects, got ${value.clientVersion}`,
      };
    }
    const asked = value.sessionUUID;
    const sessionIdentifier = asked ?? (randomUUID() as string as SessionId);
    session = { gate, session: sessionIdentifier, tab: value.tab, visitor: lower(value.visitor), agent: peer.agent };
    applicationSpecificData = value.applicationSpecificData;
    knowsAdditions = value.protocolVersion !== undefined;
    state = 'open';
    const additions = {
      protocolVersion: PROTOCOL_VERSION,
      newSession: asked === null,
      serverTime: intake.now(),
      receivedAt,
      maxBatchEvents: LIMITS.batchEvents,
    };
    line.send({ messageType: 'logui-handshake-success', sessionIdentifier, ...(knowsAdditions ? additions : {}) });
    return undefined;
  };

  const events = (payload: EventPayload, frame: Frame): Handled => {
    const done = saving(payload, frame, (saved) => {
      const first = saved.refused[0];
      // PROTOCOL.md's code for an event without its fields; the bad ones are kept aside all the same.
      if (saved.stored === 0 && first !== undefined) return refuse({ failure: 'eventFieldMissing', reason: first.reason }, payload.batch);
      const more = knowsAdditions ? { stored: saved.stored, ...times(frame.receivedAt) } : {};
      return line.send({ messageType: 'logui-events-saved', ...ofBatch(payload.batch), ...withRefused(saved), ...more });
    });
    return { done, blocks: false };
  };

  const change = (message: ApplicationDataChange, frame: Frame): Handled => {
    const merged = mergeData(applicationSpecificData, message.applicationSpecificDataChanges);
    const problem = dataProblem(merged);
    if (problem !== undefined) return refuseInTurn({ failure: 'dataChangeMalformed', reason: problem }, message.saveEventsBefore.batch);
    const done = saving(message.saveEventsBefore, frame, (saved) => {
      applicationSpecificData = merged;
      line.send({
        messageType: 'logui-application-specific-data-saved',
        ...ofBatch(message.saveEventsBefore.batch),
        ...withRefused(saved),
      });
    });
    // What follows belongs to the new data, which holds only once the old events are safe.
    return { done, blocks: true };
  };

  const shutDown = (payload: EventPayload, frame: Frame): Handled => {
    const done = saving(payload, frame, (saved) => {
      // The close is PROTOCOL.md's acknowledgement; a client with batches, or in an HTTP request, gets its own.
      if (payload.batch !== undefined || line.answersAll) {
        line.send({
          messageType: 'logui-events-saved',
          ...ofBatch(payload.batch),
          ...withRefused(saved),
          ...(knowsAdditions ? { stored: saved.stored } : {}),
        });
      }
      end(NORMAL);
    });
    return { done, blocks: true };
  };

  const acknowledge = (payload: EventPayload, frame: Frame): Handled => {
    const done = saving(payload, frame, () => {
      line.send({ messageType: 'logui-server-shutdown-saved', ...ofBatch(payload.batch) });
      end(GOING_AWAY);
    });
    return { done, blocks: true };
  };

  const handlers: Record<Exclude<UpMessage['messageType'], 'logui-handshake-request'>, (frame: Frame) => Handled> = {
    'logui-event-payload': (frame) => {
      if (!checks.payload.Check(frame.value))
        return refuseInTurn({ failure: 'payloadMalformed', ...problemOf(checks.payload, frame.value) }, batchOf(frame.value));
      const refusal = refusalOfPayload(frame.value);
      return refusal === undefined ? events(frame.value, frame) : refuseInTurn(refusal, frame.value.batch);
    },
    'logui-application-specific-data-change': (frame) => {
      if (!checks.change.Check(frame.value))
        return refuseInTurn({ failure: 'dataChangeMalformed', ...problemOf(checks.change, frame.value) });
      const refusal = refusalOfPayload(frame.value.saveEventsBefore);
      return refusal === undefined ? change(frame.value, frame) : refuseInTurn(refusal, frame.value.saveEventsBefore.batch);
    },
    'logui-client-shutdown': (frame) => {
      if (!checks.clientShutdown.Check(frame.value))
        return refuseInTurn({ failure: 'badRequest', ...problemOf(checks.clientShutdown, frame.value) });
      const refusal = refusalOfPayload(frame.value.saveEvents);
      return refusal === undefined ? shutDown(frame.value.saveEvents, frame) : refuseInTurn(refusal, frame.value.saveEvents.batch);
    },
    'logui-server-shutdown-acknowledge': (frame) => {
      if (!checks.acknowledge.Check(frame.value))
        return refuseInTurn({ failure: 'badRequest', ...problemOf(checks.acknowledge, frame.value) });
      const refusal = refusalOfPayload(frame.value.saveEvents);
      return refusal === undefined ? acknowledge(frame.value.saveEvents, frame) : refuseInTurn(refusal, frame.value.saveEvents.batch);
    },
  };

  return {
    receive(frame) {
      if (state === 'ended') return DONE;
      if (state === 'greeting') return { done: greet(frame), blocks: true };
      if (frame.value === undefined)
        return refuseInTurn({ failure: 'badRequest', reason: `the message must be JSON, got ${JSON.stringify(frame.text.slice(0, 40))}` });
      const type = typeOf(frame.value);
      if (type !== undefined && isHandled(type, handlers)) return handlers[type](frame);
      const expected = Object.keys(handlers).join(', ');
      return refuseInTurn({ failure: 'badRequest', reason: `messageType must be one of ${expected}, got ${JSON.stringify(type ?? null)}` });
    },

    tooLarge(bytes, fatal) {
      refuse({ failure: 'tooLarge', reason: `a message must be at most ${LIMITS.messageBytes} bytes, got ${bytes || 'more'}` });
      if (fatal) end(1009);
    },

    async recheck() {
      if (session === undefined || state !== 'open') return;
      const gate = await intake.admission.byToken(token, origin);
      if (!isRefusal(gate)) {
        session = { ...session, gate };
        return;
      }
      await inTurn(async () => refuse({ failure: 'flightStopped', reason: gate.reason }));
    },

    async leave() {
      if (state !== 'open') return end(GOING_AWAY);
      line.send({ messageType: 'logui-server-shutdown-alert' });
      await new Promise<void>((resolve) => {
        farewell = resolve;
      });
    },

    flight: () => session?.gate.flight,
  };
}

const ofBatch = (batch: BatchId | undefined) => (batch === undefined ? {} : { batch });
const withRefused = ({ refused }: Saved) => (refused.length === 0 ? {} : { refused });

function refusalOfPayload({ events: { length } }: EventPayload): Refusal | undefined {
  if (length <= LIMITS.batchEvents) return undefined;
  return { failure: 'payloadMalformed', reason: `events must be at most ${LIMITS.batchEvents}, got ${length}` };
}

const typeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'messageType' in value && typeof value.messageType === 'string'
    ? value.messageType
    : undefined;

const isHandled = <Types extends string>(type: string, handlers: Record<Types, unknown>): type is Types => Object.hasOwn(handlers, type);

const batchOf = (value: unknown): BatchId | undefined =>
  typeof value === 'object' && value !== null && 'batch' in value && typeof value.batch === 'string' ? (value.batch as BatchId) : undefined;

const lower = (visitor: VisitorId | undefined): VisitorId | null => (visitor === undefined ? null : (visitor.toLowerCase() as VisitorId));
