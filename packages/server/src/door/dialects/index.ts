import type { SocketDialect } from '../conversation.ts';
import type { HttpDialect } from '../http-dialect.ts';
import type { Intake } from '../intake.ts';
import { collect } from './collect.ts';
import { logui } from './logui.ts';
import { native } from './native.ts';
import { recordingBackend } from './recording-backend.ts';
import { unt } from './unt.ts';

/** What may be spoken on the WebSocket; the first that knows a connection's first message has it. */
export const SOCKET_DIALECTS: readonly ((intake: Intake) => SocketDialect)[] = [native, logui];

/** What may be posted. */
export const HTTP_DIALECTS: readonly HttpDialect[] = [collect, recordingBackend, unt];
