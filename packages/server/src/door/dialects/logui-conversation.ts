import { setTimeout as pause } from 'node:timers/promises';
import { FAILURES, LIMITS, type LogUIHandshake, type LogUIHandshakeSuccess, type TabId } from '@sightline/protocol';
import type { Batch, EventRow, RefusedRow } from '../../batch.ts';
import type { Conversation, Frame, Handled, Line, Peer } from '../conversation.ts';
import { countRefusal } from '../counts.ts';
import type { FlightGate } from '../flight-gate.ts';
import type { Intake } from '../intake.ts';
import { isoTime } from '../iso-time.ts';
import { keptAside } from '../kept-aside.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { ReadLogUIEvent } from './logui-event.ts';
import type { FindLogUISession, LogUISession } from './logui-session.ts';

export interface LogUIDeps {
  intake: Intake;
  isHandshake(value: unknown): value is LogUIHandshake;
  readEvent: ReadLogUIEvent;
  findSession: FindLogUISession;
  peer: Peer;
  line: Line;
}

interface Open {
  gate: FlightGate;
  token: string;
  origin: string;
  agent: string;
  loadedAt: number;
  found: LogUISession;
}

const DONE: Handled = { done: Promise.resolve(), blocks: false };
const RETRY_MS = 500;

/**
 * The shipped client's protocol. It hears no answers, forgets events as it sends them, and stops for good at any close but a lost
 * connection; so nothing here closes politely unless it is meant to stop.
 */
export function logUIConversation({ intake, isHandshake, readEvent, findSession, peer, line }: LogUIDeps): Conversation {
  let open: Open | undefined;
  let ended = false;
  let leaving = false;
  const pending = new Set<Promise<void>>();

  const refuse = ({ failure, reason }: Refusal): void => {
    if (ended) return;
    ended = true;
    countRefusal(intake.counts, failure);
    intake.log.warn({ failure, reason, address: peer.address }, 'a LogUI client was refused');
    const code = FAILURES[failure].loguiClose;
    if (typeof code === 'number') line.close(code);
    else line.drop();
  };

  const greet = async (frame: Frame): Promise<void> => {
    const outcome = await welcome(frame);
    if (isRefusal(outcome)) return refuse(outcome);
    open = outcome;
    const { session, startedAt, isNew } = outcome.found;
    const answer: LogUIHandshakeSuccess = {
      sender: 'logUIServer',
      type: 'handshakeSuccess',
      payload: { sessionID: session, clientStartTimestamp: new Date(startedAt).toISOString(), newSessionCreated: isNew },
    };
    line.send(answer);
    return undefined;
  };

  /** The original's order of checks, but for the session, which is begun last: a paused flight must not collect empty ones. */
  const welcome = async ({ value }: Frame): Promise<Open | Refusal> => {
    const [type, payload] = envelopeOf(value);
    if (type !== 'handshake')
      return { failure: 'handshakeFailed', reason: `the first frame must be a handshake of logUIClient, got ${String(type)}` };
    if (!isHandshake(payload)) return { failure: 'handshakeMalformed', reason: 'the handshake lacks a field or has a wrong one' };
    const token = payload.authorisationToken ?? payload.authenticationToken;
    const loadedAt = isoTime(payload.clientTimestamp);
    if (token === undefined) return { failure: 'handshakeMalformed', reason: 'authorisationToken is missing' };
    if (loadedAt === undefined)
      return { failure: 'handshakeMalformed', reason: `clientTimestamp must be ISO 8601, got ${payload.clientTimestamp}` };
    if (!payload.clientVersion.startsWith('0.5.'))
      return { failure: 'versionUnsupported', reason: `clientVersion must be 0.5.x, got ${payload.clientVersion}` };
    const origin = peer.origin ?? payload.pageOrigin;
    const gate = await intake.admission.byToken(token, origin);
    if (isRefusal(gate)) return gate;
    const found = open?.gate.flight === gate.flight ? open.found : await findSession(gate.flight, payload.sessionID, loadedAt);
    return { gate, token, origin, agent: payload.userAgent.slice(0, AGENT), loadedAt, found };
  };

  const take = (state: Open, frame: Frame): Handled => {
    const rows: EventRow[] = [];
    const refused: RefusedRow[] = [];
    const context = {
      session: state.found.session,
      startedAt: state.found.startedAt,
      loadedAt: state.loadedAt,
      small: frame.length <= LIMITS.eventBytes,
    };
    const items = itemsOf(frame.value);
    if (typeof items === 'string') refused.push({ sequence: null, reason: items, body: frame.text.slice(0, BODY) });
    else {
      items.forEach((item, index) => {
        const row = readEvent(item, context);
        if (typeof row === 'string') refused.push({ ...keptAside(item, `item ${index}: ${row}`), sequence: null });
        else rows.push(row);
      });
    }
    return keep(state, frame, rows, refused);
  };

  const keep = (state: Open, frame: Frame, events: EventRow[], refused: RefusedRow[]): Handled => {
    const { tab, first } = intake.numbering(events.length);
    events.forEach((row, index) => {
      row.sequence = first + index;
    });
    const done = hold(batchOf(state, tab, frame.receivedAt, events, refused));
    pending.add(done);
    void done.finally(() => pending.delete(done));
    return { done, blocks: false };
  };

  /** The client has forgotten these events: they are held, and not read on, until the disk takes them. */
  const hold = async (batch: Batch): Promise<void> => {
    const until = intake.now() + intake.limits.holdMs;
    for (;;) {
      try {
        return await intake.deliver(batch);
      } catch (error) {
        if (intake.now() < until && !leaving) {
          await pause(RETRY_MS);
          continue;
        }
        intake.counts.lost += batch.events.length;
        intake.log.error(
          { err: error, flight: batch.flight, session: batch.session, events: batch.events.length },
          'events of a LogUI client, which cannot send them again, were given up',
        );
        refuse({ failure: 'storageFull', reason: 'the store had no room for too long' });
        return undefined;
      }
    }
  };

  return {
    receive(frame) {
      if (ended) return DONE;
      const [type] = envelopeOf(frame.value);
      if (open === undefined || type === 'handshake') return { done: greet(frame), blocks: true };
      return take(open, frame);
    },
    tooLarge(bytes, fatal) {
      if (open !== undefined && !ended) {
        const reason = `a frame must be at most ${LIMITS.messageBytes} bytes, got ${bytes || 'more'}`;
        keep(open, { value: undefined, text: '', length: 0, receivedAt: intake.now() }, [], [{ sequence: null, reason, body: '' }]);
      }
      if (!fatal) return;
      ended = true;
      line.drop();
    },
    async recheck() {
      if (open === undefined || ended) return;
      const gate = await intake.admission.byToken(open.token, open.origin);
      if (!isRefusal(gate)) open = { ...open, gate };
      else refuse({ ...gate, failure: 'flightStopped' });
    },
    async leave() {
      leaving = true;
      await Promise.all(pending);
      ended = true;
      line.drop();
    },
    flight: () => open?.gate.flight,
  };
}

const AGENT = 1_024;
const BODY = 4_096;

const batchOf = ({ gate, agent, found }: Open, tab: TabId, receivedAt: number, events: EventRow[], refused: RefusedRow[]): Batch => ({
  application: gate.application,
  flight: gate.flight,
  session: found.session,
  sessionRef: '',
  tab,
  visitor: null,
  dialect: 'logui',
  agent,
  receivedAt,
  offsetMs: null,
  offsetErrorMs: null,
  fresh: true,
  events,
  refused,
  recordings: [],
});

/** Type and payload of a frame of the LogUI client. */
function envelopeOf(value: unknown): [type: unknown, payload: unknown] {
  if (typeof value !== 'object' || value === null || !('sender' in value) || value.sender !== 'logUIClient') return [undefined, undefined];
  return ['type' in value ? value.type : undefined, 'payload' in value ? value.payload : undefined];
}

function itemsOf(value: unknown): readonly unknown[] | string {
  const [type, payload] = envelopeOf(value);
  if (type !== 'logEvents')
    return `a frame must be logEvents of logUIClient, got ${value === undefined ? 'no JSON' : JSON.stringify(type ?? null)}`;
  if (typeof payload !== 'object' || payload === null || !('items' in payload) || !Array.isArray(payload.items))
    return 'payload.items must be an array';
  return payload.items.length <= MOST_ITEMS ? payload.items : `payload.items must be at most ${MOST_ITEMS}, got ${payload.items.length}`;
}

/** The client stops at 1,000 waiting events; twenty times as many are somebody else's. */
const MOST_ITEMS = 20_000;
