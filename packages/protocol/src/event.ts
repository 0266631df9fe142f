import { Type, type Static } from 'typebox';
import { PageViewIdSchema } from './ids.ts';
import { LIMITS } from './limits.ts';
import { ApplicationSpecificData, JsonObject, UnixTime } from './values.ts';

/** LogUI's four kinds of event. */
export const EventType = Type.Union(
  [Type.Literal('statusEvent'), Type.Literal('browserEvent'), Type.Literal('interactionEvent'), Type.Literal('customEvent')],
  { description: 'LogUI’s kind of event; `customEvent` where none is given.' },
);
export type EventType = Static<typeof EventType>;

export const MetadataEntry = Type.Object({
  name: Type.String({ description: 'The name for the log (`nameForLog`).' }),
  value: Type.Unknown({ description: 'What the sourcer found; empty, zero and false are values.' }),
  problem: Type.Optional(Type.String({ description: 'Why there is no value, or not all of it.' })),
});
export type MetadataEntry = Static<typeof MetadataEntry>;

/** One event as a native client sends it. PROTOCOL.md requires `timestamp` and `eventName`; the rest is ours. */
export const WireEvent = Type.Object({
  timestamp: UnixTime,
  eventName: Type.String({
    minLength: 1,
    maxLength: LIMITS.nameLength,
    description: 'What happened: `click`, `pageView`, or the page’s own name.',
  }),
  eventType: Type.Optional(EventType),
  sequence: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 4_294_967_295, description: 'Position in the tab, counted from 0 without gaps.' }),
  ),
  at: Type.Optional(
    Type.Number({ minimum: 0, description: 'The event’s own `timeStamp`: milliseconds on the document’s monotonic clock.' }),
  ),
  origin: Type.Optional(
    Type.Number({ description: 'The document’s `performance.timeOrigin`, milliseconds since 1970, that `at` counts from.' }),
  ),
  epoch: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 65_535,
      description: 'Raised whenever wall and monotonic clock jump apart: sleep or a clock change.',
    }),
  ),
  pageView: Type.Optional(PageViewIdSchema),
  url: Type.Optional(Type.String({ description: 'Address of the page; sent with each page view, and remembered for its events.' })),
  details: Type.Optional(JsonObject),
  metadata: Type.Optional(Type.Array(MetadataEntry)),
  applicationSpecificData: Type.Optional(ApplicationSpecificData),
});
export type WireEvent = Static<typeof WireEvent>;
