import { Type, type Static } from 'typebox';
import { LIMITS } from '../limits.ts';
import { JsonObject } from '../values.ts';

const sessionId = Type.String({ minLength: 1, maxLength: LIMITS.sessionRefLength, description: 'Any name the client gave its session.' });

/** `POST /api/track`: one event. */
export const TrackRequest = Type.Object({
  session_id: sessionId,
  timestamp: Type.String({ maxLength: 64, description: 'ISO 8601; without an offset it is UTC.' }),
  type: Type.String({ minLength: 1, maxLength: LIMITS.nameLength }),
  url: Type.String(),
  details: JsonObject,
});
export type TrackRequest = Static<typeof TrackRequest>;

/** `POST /api/record`: a run of rrweb events, version 1 or 2. */
export const RecordRequest = Type.Object({
  session_id: sessionId,
  events: Type.Array(Type.Unknown(), { description: 'rrweb events, kept as they came.' }),
});
export type RecordRequest = Static<typeof RecordRequest>;
