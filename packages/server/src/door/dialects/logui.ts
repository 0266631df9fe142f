import { LogUIHandshake } from '@sightline/protocol';
import { Compile } from 'typebox/compile';
import type { SocketDialect } from '../conversation.ts';
import type { Intake } from '../intake.ts';
import { logUIConversation } from './logui-conversation.ts';
import { logUIEventReader } from './logui-event.ts';
import { logUISessions } from './logui-session.ts';

/** Shipped LogUI 0.5.x, whose client we leave as it is. */
export function logui(intake: Intake): SocketDialect {
  const handshake = Compile(LogUIHandshake);
  const readEvent = logUIEventReader();
  const findSession = logUISessions(intake.sessions);
  return {
    name: 'logui',
    speaks: (first) => typeof first === 'object' && first !== null && ('sender' in first || 'type' in first || 'payload' in first),
    open: (peer, line) => logUIConversation({ intake, isHandshake: (value) => handshake.Check(value), readEvent, findSession, peer, line }),
  };
}
