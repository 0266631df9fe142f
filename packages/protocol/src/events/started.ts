import { Type, type Static } from 'typebox';

const size = { width: Type.Number(), height: Type.Number() };

/** The tracker started in a tab. Names as LogUI's `started` status event; the rest is ours. */
export const startedDetails = Type.Object({
  type: Type.Optional(Type.Literal('started')),
  browserAgentString: Type.Optional(Type.String()),
  screenResolution: Type.Optional(Type.Object({ ...size, depth: Type.Optional(Type.Number()) })),
  viewportResolution: Type.Optional(Type.Object(size)),
  pixelRatio: Type.Optional(Type.Number()),
  language: Type.Optional(Type.String()),
  timeZone: Type.Optional(Type.String()),
  trackerVersion: Type.Optional(Type.String()),
  settingsHash: Type.Optional(
    Type.String({
      description: 'Names the flight’s settings that this document follows; absent where the page alone says what is recorded.',
    }),
  ),
  storage: Type.Optional(
    Type.Union([Type.Literal('indexeddb'), Type.Literal('memory')], {
      description: 'Where events wait for the server: `memory` does not outlive the document.',
    }),
  ),
});
export type StartedDetails = Static<typeof startedDetails>;
