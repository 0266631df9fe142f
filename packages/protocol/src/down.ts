import { Type, type Static } from 'typebox';
import { BatchIdSchema, SessionIdSchema } from './ids.ts';

/** The session is open. */
export const HandshakeSuccess = Type.Object({
  messageType: Type.Literal('logui-handshake-success'),
  sessionIdentifier: SessionIdSchema,
  protocolVersion: Type.Optional(Type.Integer()),
  newSession: Type.Optional(Type.Boolean({ description: 'True where the server began a session.' })),
  serverTime: Type.Optional(Type.Number({ description: 'The server’s clock as the answer was made.' })),
  receivedAt: Type.Optional(Type.Number({ description: 'The server’s clock as the request came.' })),
  maxBatchEvents: Type.Optional(Type.Integer()),
});
export type HandshakeSuccess = Static<typeof HandshakeSuccess>;

export const FailureDetails = Type.Object({
  failureCode: Type.Integer({ description: 'See the failure table.' }),
  terminateConnection: Type.Boolean(),
  reason: Type.Optional(Type.String({ description: 'What was wrong, expected and given.' })),
  retry: Type.Optional(Type.Boolean({ description: 'Whether the same may succeed later.' })),
  retryAfterMs: Type.Optional(Type.Integer()),
  batch: Type.Optional(BatchIdSchema),
});
export type FailureDetails = Static<typeof FailureDetails>;

const failure = <Name extends string>(name: Name) => Type.Object({ messageType: Type.Literal(name), failureDetails: FailureDetails });

export const HandshakeFailure = failure('logui-handshake-failure');
export const BadRequest = failure('logui-bad-request');
export const ServerFailure = failure('logui-server-failure');
export type FailureMessage = Static<typeof HandshakeFailure> | Static<typeof BadRequest> | Static<typeof ServerFailure>;

/** An event, recording chunk or asset of a stored batch that was kept aside. */
export const RefusedEvent = Type.Object({
  index: Type.Integer({ description: 'Position among the batch’s events, recordings or assets.' }),
  of: Type.Optional(
    Type.Union([Type.Literal('recordings'), Type.Literal('assets')], { description: 'Which of them; events where it is left out.' }),
  ),
  reason: Type.String(),
});
export type RefusedEvent = Static<typeof RefusedEvent>;

/** The batch is on disk: the client may forget it. */
export const EventsSaved = Type.Object({
  messageType: Type.Literal('logui-events-saved'),
  batch: Type.Optional(BatchIdSchema),
  stored: Type.Optional(Type.Integer({ description: 'Events stored, those already there included.' })),
  refused: Type.Optional(
    Type.Array(RefusedEvent, { description: 'Events kept aside, with the reason. Sending them again does not help.' }),
  ),
  receivedAt: Type.Optional(Type.Number({ description: 'The server’s clock as the batch came.' })),
  serverTime: Type.Optional(Type.Number({ description: 'The server’s clock as the answer was made.' })),
});
export type EventsSaved = Static<typeof EventsSaved>;

export const ApplicationDataSaved = Type.Object({
  messageType: Type.Literal('logui-application-specific-data-saved'),
  batch: Type.Optional(BatchIdSchema),
  refused: Type.Optional(Type.Array(RefusedEvent)),
});
export type ApplicationDataSaved = Static<typeof ApplicationDataSaved>;

export const ServerShutdownAlert = Type.Object({ messageType: Type.Literal('logui-server-shutdown-alert') });
export const ServerShutdownSaved = Type.Object({
  messageType: Type.Literal('logui-server-shutdown-saved'),
  batch: Type.Optional(BatchIdSchema),
});

/** Everything the server may send to a native client. */
export const DOWN = {
  'logui-handshake-success': HandshakeSuccess,
  'logui-handshake-failure': HandshakeFailure,
  'logui-events-saved': EventsSaved,
  'logui-application-specific-data-saved': ApplicationDataSaved,
  'logui-bad-request': BadRequest,
  'logui-server-failure': ServerFailure,
  'logui-server-shutdown-alert': ServerShutdownAlert,
  'logui-server-shutdown-saved': ServerShutdownSaved,
} as const;
export type DownMessage =
  | HandshakeSuccess
  | FailureMessage
  | EventsSaved
  | ApplicationDataSaved
  | Static<typeof ServerShutdownAlert>
  | Static<typeof ServerShutdownSaved>;
