import {
  FAILURES,
  LIMITS,
  type ApplicationDataChange,
  type BatchId,
  type EventPayload,
  type JsonObject,
  type UpMessage,
} from '@sightline/protocol';
import { dataProblem, mergeData } from '../application-data.ts';
import type { Conversation, Frame, Handled, Line, Peer } from '../conversation.ts';
import { countRefusal } from '../counts.ts';
import { failureMessage } from '../failure-message.ts';
import type { Intake } from '../intake.ts';
import { problemOf } from '../problem-of.ts';
import { isRefusal, refusalOf, type Refusal } from '../refusal.ts';
import type { NativeChecks } from './native-checks.ts';
import { typeOf, type Welcome, type Welcomed } from './native-handshake.ts';
import type { Saved, SaveNative } from './native-saver.ts';

export interface NativeDeps {
  intake: Intake;
  checks: NativeChecks;
  welcome: Welcome;
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
export function nativeConversation({ intake, checks, welcome, save, peer, line }: NativeDeps): Conversation {
  let state: 'greeting' | 'open' | 'ended' = 'greeting';
  let welcomed: Welcomed | undefined;
  let applicationSpecificData: JsonObject = {};
  let badRequests = 0;
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

  const times = (receivedAt: number) => (welcomed?.knowsAdditions === true ? { receivedAt, serverTime: intake.now() } : {});

  /** Saves at once, answers in turn: so that many batches may be under way. */
  const saving = (payload: EventPayload, frame: Frame, answer: (saved: Saved) => void): Promise<void> => {
    if (welcomed === undefined) return Promise.resolve();
    const { session } = welcomed;
    const { batch } = payload;
    const saved = save(session, { payload, applicationSpecificData, receivedAt: frame.receivedAt, length: frame.length });
    // It is awaited in its turn; a failure that comes earlier must not count as unheard until then.
    saved.catch(() => undefined);
    return inTurn(async () => {
      try {
        answer(await saved);
      } catch (error) {
        intake.log.warn({ err: error, flight: session.gate.flight }, 'a batch was not stored');
        refuse(refusalOf(error), batch);
      }
    });
  };

  const greet = async (frame: Frame): Promise<void> => {
    const handshake = await welcome(frame, peer);
    if (isRefusal(handshake)) {
      refuse(handshake);
      end(POLICY);
      return;
    }
    welcomed = handshake;
    ({ applicationSpecificData } = handshake);
    state = 'open';
    line.send(handshake.answer);
  };

  const events = (payload: EventPayload, frame: Frame): Handled => {
    // The answer waits for the disk; it must not hold the events in memory meanwhile.
    const { batch } = payload;
    const { receivedAt } = frame;
    const done = saving(payload, frame, (saved) => {
      const first = saved.refused[0];
      // PROTOCOL.md's code for an event without its fields; the bad ones are kept aside all the same.
      if (saved.stored + saved.recorded === 0 && first !== undefined)
        return refuse({ failure: 'eventFieldMissing', reason: first.reason }, batch);
      const more = welcomed?.knowsAdditions === true ? { stored: saved.stored, ...times(receivedAt) } : {};
      return line.send({ messageType: 'logui-events-saved', ...ofBatch(batch), ...withRefused(saved), ...more });
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
          ...(welcomed?.knowsAdditions === true ? { stored: saved.stored } : {}),
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
      if (welcomed === undefined || state !== 'open') return;
      const gate = await intake.admission.byToken(welcomed.token, welcomed.origin);
      if (!isRefusal(gate)) welcomed = { ...welcomed, session: { ...welcomed.session, gate } };
      else await inTurn(async () => refuse({ failure: 'flightStopped', reason: gate.reason }));
    },

    async leave() {
      if (state !== 'open') return end(GOING_AWAY);
      line.send({ messageType: 'logui-server-shutdown-alert' });
      await new Promise<void>((resolve) => {
        farewell = resolve;
      });
    },

    flight: () => welcomed?.session.gate.flight,
  };
}

const ofBatch = (batch: BatchId | undefined) => (batch === undefined ? {} : { batch });
const withRefused = ({ refused }: Saved) => (refused.length === 0 ? {} : { refused });

function refusalOfPayload({ events: { length } }: EventPayload): Refusal | undefined {
  if (length <= LIMITS.batchEvents) return undefined;
  return { failure: 'payloadMalformed', reason: `events must be at most ${LIMITS.batchEvents}, got ${length}` };
}

const isHandled = <Types extends string>(type: string, handlers: Record<Types, unknown>): type is Types => Object.hasOwn(handlers, type);

const batchOf = (value: unknown): BatchId | undefined =>
  typeof value === 'object' && value !== null && 'batch' in value && typeof value.batch === 'string' ? (value.batch as BatchId) : undefined;
