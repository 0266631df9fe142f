import type { SocketDialect } from '../conversation.ts';
import type { Intake } from '../intake.ts';
import { assetReader } from '../read-asset.ts';
import { chunkReader } from '../read-chunk.ts';
import { nativeChecks } from './native-checks.ts';
import { nativeConversation } from './native-conversation.ts';
import { nativeEventReader } from './native-event.ts';
import { nativeWelcome } from './native-handshake.ts';
import { recordingTaker } from './native-recording.ts';
import { nativeSaver } from './native-saver.ts';

/** LogUI's published protocol (PROTOCOL.md) with Sightline's additions. */
export function native(intake: Intake): SocketDialect {
  const readEvent = nativeEventReader();
  const checks = nativeChecks();
  const takeRecording = recordingTaker({ tabs: intake.tabs, readChunk: chunkReader(), readAsset: assetReader() });
  const welcome = nativeWelcome(intake, checks.handshake);
  return {
    name: 'native',
    speaks: (first) => typeof first === 'object' && first !== null && 'messageType' in first,
    open: (peer, line) => nativeConversation({ intake, checks, welcome, save: nativeSaver(intake, readEvent, takeRecording), peer, line }),
  };
}
