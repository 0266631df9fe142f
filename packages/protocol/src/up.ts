import { Type, type Static } from 'typebox';
import { WireEvent } from './event.ts';
import { BatchIdSchema, SessionIdSchema, TabIdSchema, VisitorIdSchema } from './ids.ts';
import type { RecordingAsset, RecordingChunk } from './recording.ts';
import { ApplicationSpecificData, UnixTime } from './values.ts';

/** When a batch left the page, on both of its clocks: what the server needs to estimate the offset between clocks. */
export const SendClock = Type.Object(
  {
    sentAt: Type.Number({ description: '`Date.now()` as the message was handed to the network.' }),
    roundTripMs: Type.Optional(Type.Number({ minimum: 0, description: 'The smallest recent time from sending to acknowledgement.' })),
    offsetMs: Type.Optional(Type.Number({ description: 'The client’s own estimate of server minus client clock.' })),
  },
  { description: 'The page’s clock as the message was sent.' },
);
export type SendClock = Static<typeof SendClock>;

/** The first message of a connection. */
export const HandshakeRequest = Type.Object({
  messageType: Type.Literal('logui-handshake-request'),
  sessionUUID: Type.Union([SessionIdSchema, Type.Null()], { description: 'The session to go on with; null asks for a new one.' }),
  clientTimestamp: UnixTime,
  clientVersion: Type.String({ minLength: 1, maxLength: 64 }),
  applicationIdentifier: Type.String({ minLength: 1, maxLength: 4_096, description: 'The flight’s authorisation token.' }),
  applicationSpecificData: ApplicationSpecificData,
  protocolVersion: Type.Optional(Type.Integer({ minimum: 1 })),
  tab: Type.Optional(TabIdSchema),
  visitor: Type.Optional(VisitorIdSchema),
  pageOrigin: Type.Optional(
    Type.String({ maxLength: 1_024, description: 'The page’s origin; the `Origin` header decides where there is one.' }),
  ),
});
export type HandshakeRequest = Static<typeof HandshakeRequest>;

/** A batch of events. Sent again, unchanged but for `resent`, until it is acknowledged. */
export const EventPayload = Type.Object({
  messageType: Type.Literal('logui-event-payload'),
  events: Type.Array(Type.Unknown(), {
    description: 'Events (see WireEvent), oldest first. Checked one by one: a bad one does not cost the batch.',
  }),
  batch: Type.Optional(BatchIdSchema),
  tab: Type.Optional(TabIdSchema),
  resent: Type.Optional(Type.Boolean({ description: 'May have arrived before. Must be true for everything found in an outbox at start.' })),
  session: Type.Optional(SessionIdSchema),
  clock: Type.Optional(SendClock),
  recordings: Type.Optional(
    Type.Array(Type.Unknown(), {
      maxItems: 64,
      description: 'Chunks of the tab’s recording (see RecordingChunk). Checked one by one, as events are.',
    }),
  ),
  assets: Type.Optional(
    Type.Array(Type.Unknown(), { maxItems: 64, description: 'What its snapshots refer to (see RecordingAsset). Checked one by one.' }),
  ),
});
export type EventPayload = Static<typeof EventPayload> & {
  events: (WireEvent | unknown)[];
  recordings?: (RecordingChunk | unknown)[];
  assets?: (RecordingAsset | unknown)[];
};

export const ApplicationDataChange = Type.Object({
  messageType: Type.Literal('logui-application-specific-data-change'),
  applicationSpecificDataChanges: ApplicationSpecificData,
  saveEventsBefore: EventPayload,
});
export type ApplicationDataChange = Static<typeof ApplicationDataChange>;

export const ClientShutdown = Type.Object({
  messageType: Type.Literal('logui-client-shutdown'),
  clientShutdownTimestamp: UnixTime,
  saveEvents: EventPayload,
});
export type ClientShutdown = Static<typeof ClientShutdown>;

export const ServerShutdownAcknowledge = Type.Object({
  messageType: Type.Literal('logui-server-shutdown-acknowledge'),
  clientShutdownTimestamp: UnixTime,
  saveEvents: EventPayload,
});
export type ServerShutdownAcknowledge = Static<typeof ServerShutdownAcknowledge>;

/** Everything a native client may send. */
export const UP = {
  'logui-handshake-request': HandshakeRequest,
  'logui-event-payload': EventPayload,
  'logui-application-specific-data-change': ApplicationDataChange,
  'logui-client-shutdown': ClientShutdown,
  'logui-server-shutdown-acknowledge': ServerShutdownAcknowledge,
} as const;
export type UpMessage = HandshakeRequest | EventPayload | ApplicationDataChange | ClientShutdown | ServerShutdownAcknowledge;
