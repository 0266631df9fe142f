import { ApplicationDataChange, ClientShutdown, EventPayload, HandshakeRequest, ServerShutdownAcknowledge } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { Explains } from '../problem-of.ts';

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

/** Compiles them; they serve all connections. */
export function nativeChecks(): NativeChecks {
  const checks = {
    handshake: Compile(HandshakeRequest),
    payload: Compile(EventPayload),
    change: Compile(ApplicationDataChange),
    clientShutdown: Compile(ClientShutdown),
    acknowledge: Compile(ServerShutdownAcknowledge),
  };
  return checks;
}
