import { ApplicationDataChange, ClientShutdown, EventPayload, HandshakeRequest, ServerShutdownAcknowledge } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { SocketDialect } from '../conversation.ts';
import type { Intake } from '../intake.ts';
import { nativeConversation } from './native-conversation.ts';
import { nativeEventReader } from './native-event.ts';
import { nativeSaver } from './native-saver.ts';

/** LogUI's published protocol (PROTOCOL.md) with Sightline's additions. */
export function native(intake: Intake): SocketDialect {
  const readEvent = nativeEventReader();
  const checks = {
    handshake: Compile(HandshakeRequest),
    payload: Compile(EventPayload),
    change: Compile(ApplicationDataChange),
    clientShutdown: Compile(ClientShutdown),
    acknowledge: Compile(ServerShutdownAcknowledge),
  };
  return {
    name: 'native',
    speaks: (first) => typeof first === 'object' && first !== null && 'messageType' in first,
    open: (peer, line) => nativeConversation({ intake, checks, save: nativeSaver(intake, readEvent), peer, line }),
  };
}
