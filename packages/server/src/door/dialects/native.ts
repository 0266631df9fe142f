import type { SocketDialect } from '../conversation.ts';
import type { Intake } from '../intake.ts';
import { nativeChecks } from './native-checks.ts';
import { nativeConversation } from './native-conversation.ts';
import { nativeEventReader } from './native-event.ts';
import { nativeWelcome } from './native-handshake.ts';
import { nativeSaver } from './native-saver.ts';

/** LogUI's published protocol (PROTOCOL.md) with Sightline's additions. */
export function native(intake: Intake): SocketDialect {
  const readEvent = nativeEventReader();
  const checks = nativeChecks();
  const welcome = nativeWelcome(intake, checks.handshake);
  return {
    name: 'native',
    speaks: (first) => typeof first === 'object' && first !== null && 'messageType' in first,
    open: (peer, line) => nativeConversation({ intake, checks, welcome, save: nativeSaver(intake, readEvent), peer, line }),
  };
}
