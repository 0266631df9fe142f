import { Type, type Static } from 'typebox';
import { EventType, MetadataEntry } from './event.ts';
import { PageViewIdSchema, SessionIdSchema, TabIdSchema } from './ids.ts';
import { JsonObject } from './values.ts';

/** Who spoke: decides which fields can be expected, and whether gaps in the sequence mean loss. */
export const Dialect = Type.Union([Type.Literal('native'), Type.Literal('logui'), Type.Literal('recording-backend'), Type.Literal('unt')]);
export type Dialect = Static<typeof Dialect>;

/** One event as it is stored, answered by the API and exported. */
export const StoredEvent = Type.Object({
  session: SessionIdSchema,
  tab: TabIdSchema,
  sequence: Type.Integer({ description: 'Position in the tab. (session, tab, sequence) is unique.' }),
  type: EventType,
  name: Type.String({ description: 'What happened: `click`, `pageView`, or the page’s own name.' }),
  at: Type.Integer({ description: 'When it happened: milliseconds since 1970, corrected to the server’s clock.' }),
  wallAt: Type.Integer({ description: 'When it happened, on the page’s wall clock: milliseconds since 1970, as sent.' }),
  monotonicAt: Type.Union([Type.Number(), Type.Null()], {
    description: 'When it happened, on the document’s monotonic clock (ms), as sent.',
  }),
  epoch: Type.Integer({ description: 'Clock epoch of the tab: raised by sleep and clock changes.' }),
  receivedAt: Type.Integer({ description: 'When the server received it: milliseconds since 1970.' }),
  pageView: Type.Union([PageViewIdSchema, Type.Null()]),
  url: Type.String({ description: 'Address of the page, empty where unknown.' }),
  details: JsonObject,
  metadata: Type.Array(MetadataEntry),
  applicationSpecificData: JsonObject,
  dialect: Dialect,
});
export type StoredEvent = Static<typeof StoredEvent>;

/** A run of rrweb events of one tab. */
export const StoredRecording = Type.Object({
  session: SessionIdSchema,
  tab: TabIdSchema,
  sequence: Type.Integer(),
  at: Type.Integer({ description: 'Time of the first rrweb event: milliseconds since 1970.' }),
  until: Type.Integer({ description: 'Time of the last rrweb event.' }),
  events: Type.Array(JsonObject, { description: 'rrweb events (version 1 or 2), as they came.' }),
});
export type StoredRecording = Static<typeof StoredRecording>;

/** What one tab sent and what is stored of it: one line of a session's completeness certificate. */
export const TabCompleteness = Type.Object({
  tab: TabIdSchema,
  expected: Type.Union([Type.Integer(), Type.Null()], { description: 'Events the tab numbered; null where its dialect does not number.' }),
  stored: Type.Integer(),
  missing: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), { description: 'Missing sequences, both ends included.' }),
  refused: Type.Integer({ description: 'Events kept aside because they could not be read.' }),
  recording: Type.Optional(
    Type.Object(
      {
        expected: Type.Union([Type.Integer(), Type.Null()], { description: 'Chunks the tab numbered; null where its dialect does not.' }),
        stored: Type.Integer(),
        missing: Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
          description: 'Missing sequences of chunks, both ends included.',
        }),
        refused: Type.Integer({ description: 'Chunks kept aside because they could not be read.' }),
        told: Type.Optional(
          Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
            description: 'What the tracker itself said it could not keep; missing unless it came all the same.',
          }),
        ),
      },
      { description: 'Of its recording, where it has one.' },
    ),
  ),
});
export type TabCompleteness = Static<typeof TabCompleteness>;
