import { randomUUID } from 'node:crypto';
import {
  LIMITS,
  PROTOCOL_VERSION,
  unixMs,
  type HandshakeRequest,
  type HandshakeSuccess,
  type JsonObject,
  type SessionId,
} from '@sightline/protocol';
import { dataProblem } from '../application-data.ts';
import type { Frame, Peer } from '../conversation.ts';
import type { Intake } from '../intake.ts';
import { problemOf } from '../problem-of.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Check } from './native-checks.ts';
import type { NativeSession } from './native-saver.ts';
import { versionProblem } from './native-version.ts';

/** A client that was let in. */
export interface Welcomed {
  session: NativeSession;
  token: string;
  origin: string | undefined;
  applicationSpecificData: JsonObject;
  /** It named a protocol version, so it knows our additions; another gets answers in PROTOCOL.md's words alone. */
  knowsAdditions: boolean;
  answer: HandshakeSuccess;
}

/** Reads a connection's first message. */
export type Welcome = (frame: Frame, peer: Peer) => Promise<Welcomed | Refusal>;

/** Lets a native client in, or says why not. */
export const nativeWelcome =
  (intake: Intake, check: Check<HandshakeRequest>): Welcome =>
  async ({ value, receivedAt }, peer) => {
    const type = typeOf(value);
    if (type !== 'logui-handshake-request') {
      return {
        failure: 'handshakeFailed',
        reason: `the first message must be logui-handshake-request, got ${type ?? 'no JSON object with a messageType'}`,
      };
    }
    if (!check.Check(value)) return { failure: 'handshakeMalformed', ...problemOf(check, value) };
    const { applicationIdentifier: token, applicationSpecificData, clientVersion, protocolVersion, sessionUUID } = value;
    const problem = timeProblem(value) ?? dataProblem(applicationSpecificData);
    if (problem !== undefined) return { failure: 'handshakeMalformed', reason: problem };
    const unsupported = versionProblem(value);
    if (unsupported !== undefined) return { failure: 'versionUnsupported', reason: unsupported };
    const origin = peer.origin ?? value.pageOrigin;
    const gate = await intake.admission.byToken(token, origin);
    if (isRefusal(gate)) return gate;
    const expected = gate.expectedClientVersion ?? clientVersion;
    if (expected !== clientVersion) {
      return { failure: 'versionMismatch', reason: `clientVersion must be ${expected}, which the token expects, got ${clientVersion}` };
    }
    const session = sessionUUID ?? (randomUUID() as string as SessionId);
    const knowsAdditions = protocolVersion !== undefined;
    const additions = {
      protocolVersion: PROTOCOL_VERSION,
      newSession: sessionUUID === null,
      serverTime: intake.now(),
      receivedAt,
      maxBatchEvents: LIMITS.batchEvents,
    };
    return {
      session: { gate, session, tab: value.tab, visitor: lower(value.visitor) ?? null, agent: peer.agent },
      token,
      origin,
      applicationSpecificData,
      knowsAdditions,
      answer: { messageType: 'logui-handshake-success', sessionIdentifier: session, ...(knowsAdditions ? additions : {}) },
    };
  };

/** A message's `messageType`, where it has one. */
export const typeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'messageType' in value && typeof value.messageType === 'string'
    ? value.messageType
    : undefined;

const timeProblem = ({ clientTimestamp }: HandshakeRequest): string | undefined =>
  unixMs(clientTimestamp) === undefined ? `clientTimestamp must be UNIX time before the year 2200, got ${clientTimestamp}` : undefined;

const lower = <Id extends string>(id: Id | undefined): Id | undefined => id?.toLowerCase() as Id | undefined;
