import { DOWN, FailureDetails, RefusedEvent } from './down.ts';
import { FAILURES } from './errors.ts';
import { WireEvent } from './event.ts';
import { EVENTS } from './events/index.ts';
import { LogUIEvent, LogUIEvents, LogUIHandshake, LogUIHandshakeSuccess } from './foreign/logui.ts';
import { RecordRequest, TrackRequest } from './foreign/recording-backend.ts';
import { EmailRequest, VisitRequest } from './foreign/unt.ts';
import { CollectRequest, CollectResponse, HttpError } from './http.ts';
import { RecordingAsset, RecordingChunk } from './recording.ts';
import { StoredEvent, StoredRecording, TabCompleteness } from './stored.ts';
import { UP } from './up.ts';
import { PROTOCOL_VERSION } from './version.ts';

/** The JSON Schema of everything that travels: what `wire.json` pins and the documentation is made from. */
export const wireSchema = () => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Sightline wire format',
  version: PROTOCOL_VERSION,
  up: UP,
  down: DOWN,
  http: { CollectRequest, CollectResponse, HttpError },
  event: WireEvent,
  recording: { RecordingChunk, RecordingAsset },
  details: EVENTS,
  foreign: {
    logui: { LogUIHandshake, LogUIHandshakeSuccess, LogUIEvents, LogUIEvent },
    recordingBackend: { TrackRequest, RecordRequest },
    unt: { VisitRequest, EmailRequest },
  },
  stored: { StoredEvent, StoredRecording, TabCompleteness },
  parts: { FailureDetails, RefusedEvent },
  failures: FAILURES,
});
