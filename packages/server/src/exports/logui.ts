import type { JsonObject } from '@sightline/protocol';
import type { ExportFormat, ExportedEvent } from './export-format.ts';
import { pythonJson } from './python-json.ts';

/**
 * The LogUI server's download, byte for byte in its layout: one JSON array, an event a line with blank lines between, Python's
 * spacing and ASCII. What a LogUI client sent comes back value for value; events of other clients are put into its shape.
 */
export const logui: ExportFormat = {
  name: 'logui',
  mediaType: 'application/json',
  fileName: (flight) => `logui-${flight}.log`,
  async *write(events) {
    yield '[\n\n';
    let separator = '';
    for await (const event of events) {
      yield separator + pythonJson(toLogUI(event));
      separator = ',\n\n';
    }
    yield '\n\n]';
  },
};

function toLogUI(event: ExportedEvent): JsonObject {
  return {
    eventType: event.type,
    eventDetails: saysWhatItIs(event) ? event.details : { type: event.name, ...event.details },
    sessionID: event.sessionRef,
    timestamps: event.dialect === 'logui' ? asSent(event) : asLogUIWould(event),
    applicationSpecificData: event.applicationSpecificData,
    metadata: event.type === 'interactionEvent' || event.metadata.length > 0 ? event.metadata : undefined,
    applicationID: event.application,
    flightID: event.flight,
    ...(event.dialect === 'logui' && beyond(event.extra)),
  };
}

/** Fields of the client's event that are nowhere else; its claim of a session is not one of them. */
function beyond({ timestamps: _timestamps, corrected: _corrected, sessionID: _sessionID, ...others }: JsonObject): JsonObject {
  return others;
}

/** LogUI's details name the event themselves, in `type`, or in whatever a page's own message has: those are given back as they are. */
const saysWhatItIs = ({ dialect, type, name, details }: ExportedEvent): boolean =>
  dialect === 'logui' || 'type' in details || (type === 'customEvent' && (details.name === name || name === 'customEvent'));

/** The client's own values; where they made no sense (before the handshake's reply), those the door worked out. */
const asSent = ({ wallAt, extra }: ExportedEvent): JsonObject => ({
  eventTimestamp: new Date(wallAt).toISOString(),
  ...(extra.timestamps as JsonObject | undefined),
  ...(extra.corrected as JsonObject | undefined),
});

const asLogUIWould = ({ wallAt, at, sessionStartedAt, monotonicAt }: ExportedEvent): JsonObject => ({
  eventTimestamp: new Date(wallAt).toISOString(),
  sinceSessionStartMillis: at - sessionStartedAt,
  sinceLogUILoadMillis: monotonicAt === null ? null : Math.round(monotonicAt),
});
