import { column, type JsonObject } from '@sightline/protocol';
import { allOf, enginePiece } from '../engine-piece.ts';
import type { ExportContext } from '../export-context.ts';
import type { ExportedEvent } from '../exported-event.ts';
import type { GrowingFile } from '../growing-file.ts';
import { linesOf } from '../lines-of.ts';
import { pythonJson } from '../python-json.ts';

const LINE = [column('line', 'json', 'The event.')];
/** Events that are put together before they are written. */
const RUN = 500;

/**
 * The LogUI server's download, byte for byte in its layout: one JSON array, an event a line with blank lines between, Python's
 * spacing and ASCII. What a LogUI client sent comes back value for value; events of other clients are put into its shape.
 */
export const loguiFile = (context: ExportContext): GrowingFile => ({
  path: `logui-${context.flight.id}.log`,
  head: { bytes: Buffer.from('[\n\n'), rows: 0 },
  ahead: ({ heads }) => enginePiece(context, { source: 'lines', columns: LINE, encoding: 'lines', heads }),
  async part(_data, { rows: before, write }, made) {
    if (made === undefined) throw new Error('the events were not made ahead');
    const lines = linesOf(allOf(made));
    let run = '';
    let rows = 0;
    for await (const line of lines) {
      run += (before + rows > 0 ? ',\n\n' : '') + pythonJson(toLogUI(JSON.parse(line) as ExportedEvent));
      rows += 1;
      if (rows % RUN > 0) continue;
      await write(Buffer.from(run));
      run = '';
    }
    await write(Buffer.from(run));
    return { rows };
  },
  tail: () => Buffer.from('\n\n]'),
});

/** An event in LogUI's own shape. */
export function toLogUI(event: ExportedEvent): JsonObject {
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

const asLogUIWould = ({ wallAt, sinceSessionStartMs, monotonicAt }: ExportedEvent): JsonObject => ({
  eventTimestamp: new Date(wallAt).toISOString(),
  sinceSessionStartMillis: sinceSessionStartMs,
  sinceLogUILoadMillis: monotonicAt === null ? null : Math.round(monotonicAt),
});
