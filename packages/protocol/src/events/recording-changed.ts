import { Type, type Static } from 'typebox';

/** The recorder began, stopped, thinned out what it takes so that the page stays quick, or had to leave something out. */
export const recordingChangedDetails = Type.Object({
  state: Type.Union([Type.Literal('full'), Type.Literal('thinned'), Type.Literal('paused'), Type.Literal('stopped')], {
    description:
      '`full`: everything is recorded. `thinned`: changes of the page in larger steps, fewer places of the pointer and pictures of canvases. `paused`: nothing, until there is room. `stopped`: nothing more from this document.',
  }),
  reason: Type.String({ description: 'What happened, in words.' }),
  share: Type.Optional(Type.Number({ description: 'Of the main thread’s time that recording took of late, 0 to 1.' })),
  everyMs: Type.Optional(Type.Integer({ description: 'How long changes of the page are gathered; 0 where each is told at once.' })),
  missing: Type.Optional(
    Type.Array(Type.Object({ from: Type.Integer(), to: Type.Integer() }), {
      description: 'Sequences of chunks that will not come, as ranges with both ends included.',
    }),
  ),
  dropped: Type.Optional(Type.Integer({ description: 'rrweb events that could not be kept.' })),
  assets: Type.Optional(
    Type.Array(Type.String(), { description: 'Hashes of files that had to leave the outbox; they are sent again once there is room.' }),
  ),
  from: Type.Optional(Type.Integer({ description: 'Wall clock of the first of what is missing, ms since 1970.' })),
  to: Type.Optional(Type.Integer({ description: 'Wall clock of the last of it.' })),
});
export type RecordingChangedDetails = Static<typeof recordingChangedDetails>;
