import { Type, type Static } from 'typebox';
import { EventType } from '../event.ts';
import { JsonObject } from '../values.ts';

const text = Type.String({ minLength: 1, maxLength: 4_096 });

/** Payload of the shipped LogUI client's first frame, `{"sender":"logUIClient","type":"handshake","payload":{…}}`. */
export const LogUIHandshake = Type.Object({
  clientVersion: Type.String({ minLength: 1, maxLength: 64 }),
  authorisationToken: Type.Optional(text),
  authenticationToken: Type.Optional(Type.String({ ...text, description: 'What clients before 0.5.2 call the token.' })),
  pageOrigin: Type.String({ minLength: 1, maxLength: 1_024 }),
  userAgent: text,
  clientTimestamp: Type.String({ minLength: 1, maxLength: 64, description: 'ISO 8601, UTC.' }),
  sessionID: Type.Optional(Type.Unknown({ description: 'The session to go on with; absent in a fresh tab.' })),
});
export type LogUIHandshake = Static<typeof LogUIHandshake>;

/** The only frame that a server sends to the shipped LogUI client. */
export const LogUIHandshakeSuccess = Type.Object({
  sender: Type.Literal('logUIServer'),
  type: Type.Literal('handshakeSuccess'),
  payload: Type.Object({
    sessionID: Type.String(),
    clientStartTimestamp: Type.String({ description: 'The client’s clock as the session began, ISO 8601.' }),
    newSessionCreated: Type.Boolean(),
  }),
});
export type LogUIHandshakeSuccess = Static<typeof LogUIHandshakeSuccess>;

/** Payload of `{"sender":"logUIClient","type":"logEvents","payload":{…}}`: nothing answers it. */
export const LogUIEvents = Type.Object({ items: Type.Array(Type.Unknown()) });

/** One event of the shipped LogUI client. */
export const LogUIEvent = Type.Object({
  eventType: EventType,
  eventDetails: JsonObject,
  sessionID: Type.Optional(Type.Unknown({ description: 'A claim; the connection decides.' })),
  timestamps: Type.Object({
    eventTimestamp: Type.String({ maxLength: 64 }),
    sinceSessionStartMillis: Type.Optional(Type.Unknown()),
    sinceLogUILoadMillis: Type.Optional(Type.Unknown()),
  }),
  applicationSpecificData: Type.Optional(Type.Unknown()),
  metadata: Type.Optional(Type.Unknown()),
});
export type LogUIEvent = Static<typeof LogUIEvent>;
