import { Type, type Static } from 'typebox';
import { HandshakeRequest } from './up.ts';

/**
 * The body of `POST /v1/collect`: what a WebSocket would have carried, in one request. Sent as `text/plain`, so that a
 * browser asks no leave first. The answer holds one down message per message, in order.
 */
export const CollectRequest = Type.Object({
  messageType: Type.Literal('sightline-collect'),
  handshake: HandshakeRequest,
  messages: Type.Array(Type.Unknown(), { description: 'Up messages without a handshake.' }),
});
export type CollectRequest = Static<typeof CollectRequest>;

export const CollectResponse = Type.Object({
  messages: Type.Array(Type.Unknown(), { description: 'Down messages: the handshake’s answer first, then one for each message.' }),
});
export type CollectResponse = Static<typeof CollectResponse>;

/** What every refused HTTP request is answered with. */
export const HttpError = Type.Object({
  error: Type.String({ description: 'The failure’s name.' }),
  message: Type.String({ description: 'What was wrong, expected and given.' }),
  field: Type.Optional(Type.String({ description: 'Path of the field at fault.' })),
  retry: Type.Boolean(),
});
export type HttpError = Static<typeof HttpError>;
