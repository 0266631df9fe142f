import { Type, type Static } from 'typebox';
import { TabIdSchema } from '../ids.ts';
import { JsonObject } from '../values.ts';

const sequences = Type.Object({ from: Type.Integer(), to: Type.Integer() });

/**
 * Chunks of one tab that follow each other without a hole and share a clock offset, up to some seconds of them: what is sensible to
 * read at once. However long a session is, it has at most some two thousand.
 */
export const RecordingRun = Type.Object({
  from: Type.Integer({ description: 'Sequence of its first chunk.' }),
  to: Type.Integer({ description: 'Sequence of its last.' }),
  at: Type.Number({ description: 'When its first rrweb event happened: ms since 1970, corrected as events’ `at` is.' }),
  until: Type.Number({ description: 'When its last happened.' }),
  offsetMs: Type.Number({ description: 'Corrected time minus the `timestamp` in its rrweb events.' }),
  chunks: Type.Integer(),
  count: Type.Integer({ description: 'rrweb events in it; 0 where that is not known.' }),
  bytes: Type.Integer({ description: 'As stored, compressed.' }),
  snapshot: Type.Boolean({ description: 'Begins with a full snapshot: replay can start here.' }),
});
export type RecordingRun = Static<typeof RecordingRun>;

/** The size of the page’s view from a moment on, and the address it showed. */
export const RecordedView = Type.Object({
  at: Type.Number({ description: 'ms since 1970, corrected.' }),
  width: Type.Number(),
  height: Type.Number(),
  url: Type.String({ description: 'Empty where only the size changed.' }),
});
export type RecordedView = Static<typeof RecordedView>;

/** A moment of a tab that has been worked out: the page as it was there is kept, and replay can start from it. */
export const RecordingCheckpoint = Type.Object({
  sequence: Type.Integer({ description: 'Of the last chunk that it shows.' }),
  at: Type.Number({ description: 'When the last rrweb event that it shows happened: ms since 1970, corrected.' }),
});
export type RecordingCheckpoint = Static<typeof RecordingCheckpoint>;

/** One tab's recording. */
export const RecordedTab = Type.Object({
  tab: TabIdSchema,
  at: Type.Number({ description: 'When its first rrweb event happened, corrected.' }),
  until: Type.Number({ description: 'When its last happened.' }),
  runs: Type.Array(RecordingRun, { description: 'In order of time. With `after`: what came since.' }),
  checkpoints: Type.Array(RecordingCheckpoint, { description: 'In order, as far as the recording has been read through; see `indexed`.' }),
  missing: Type.Array(sequences, { description: 'Chunks the tab numbered and that never came, both ends included.' }),
  refused: Type.Integer({ description: 'Chunks kept aside because they could not be read.' }),
  views: Type.Array(RecordedView, {
    description: 'Sizes and addresses in order of time, as far as the recording has been read through; see `indexed`.',
  }),
  indexed: Type.Boolean({ description: 'Checkpoints and views reach to the end.' }),
});
export type RecordedTab = Static<typeof RecordedTab>;

/** One chunk as it is replayed. */
export const RecordedChunk = Type.Object({
  sequence: Type.Integer(),
  at: Type.Number({ description: 'ms since 1970, corrected.' }),
  until: Type.Number(),
  offsetMs: Type.Number({ description: 'To be added to its events’ `timestamp`.' }),
  events: Type.Array(JsonObject, { description: 'rrweb events, version 1 or 2, as they came.' }),
  problem: Type.Optional(Type.String({ description: 'Why its events cannot be read; there are none then.' })),
});
export type RecordedChunk = Static<typeof RecordedChunk>;

/** The page as it was, as rrweb events: Meta, full snapshot, and what a snapshot cannot hold. */
export const RecordingKeyframe = Type.Object({
  events: Type.Array(JsonObject, { description: 'Timestamps on the page’s clock.' }),
  offsetMs: Type.Number({ description: 'To be added to their timestamps.' }),
});
export type RecordingKeyframe = Static<typeof RecordingKeyframe>;

/**
 * `GET /api/v1/sessions/{id}/recording/{tab}?from=SEQUENCE&to=SEQUENCE&checkpoint=SEQUENCE`: the events of these chunks, as many as one
 * answer holds, and the page before them where a checkpoint is named. One answer that shows a moment.
 */
export const RecordingPart = Type.Object({
  keyframe: Type.Optional(
    Type.Union([RecordingKeyframe, Type.Null()], { description: 'Of the checkpoint that was named; null where it is gone.' }),
  ),
  chunks: Type.Array(RecordedChunk),
  next: Type.Union([Type.Integer(), Type.Null()], { description: 'Go on from here for the rest; null where this is all.' }),
});
export type RecordingPart = Static<typeof RecordingPart>;

/** What shows a moment: a question for `GET /api/v1/sessions/{id}/recording/{tab}`, and its answer. */
export const RecordingOpening = Type.Object({
  tab: TabIdSchema,
  from: Type.Integer(),
  to: Type.Integer(),
  checkpoint: Type.Optional(Type.Integer()),
  part: RecordingPart,
});
export type RecordingOpening = Static<typeof RecordingOpening>;

/**
 * `GET /api/v1/sessions/{id}/recording?opening=MOMENT&tab=TAB&after=CURSOR`: what there is to replay; with `opening`, also what shows that moment
 * first. With a cursor, tabs of which something came or was worked out since.
 */
export const RecordingManifest = Type.Object({
  session: Type.String(),
  flight: Type.String({ description: 'Names the flight for `GET /api/v1/assets/{hash}?flight=`.' }),
  startedAt: Type.Number({
    description:
      'When the session began, ms since 1970: moments in addresses count from here, or from the recording where that began before.',
  }),
  tabs: Type.Array(RecordedTab, { description: 'Empty where nothing was recorded.' }),
  live: Type.Boolean({ description: 'Something came within the last minute: ask again with `after`.' }),
  complete: Type.Boolean({ description: 'No chunk is known to be missing or unreadable.' }),
  cursor: Type.String({ description: 'Give as `after` to hear only of what came since.' }),
  opening: Type.Optional(RecordingOpening),
});
export type RecordingManifest = Static<typeof RecordingManifest>;

/**
 * `GET /api/v1/sessions/{id}/recording/{tab}/at?time=`: how to show a moment. Apply `events`, then the events of the chunks
 * `from` to `to` up to the moment.
 */
export const RecordingMoment = Type.Object({
  tab: TabIdSchema,
  time: Type.Number({ description: 'The moment, moved to where the tab was recorded; ms since 1970, corrected.' }),
  keyframe: Type.Union([Type.Literal('checkpoint'), Type.Literal('snapshot'), Type.Literal('start')], {
    description:
      '`checkpoint`: `events` show the page as it was before the chunk `from`. `snapshot`: the chunk `from` begins with a full snapshot. `start`: neither; `from` is the first chunk.',
  }),
  events: Type.Array(JsonObject, {
    description: 'rrweb events of a checkpoint: Meta, full snapshot, and what a snapshot cannot hold; timestamps on the page’s clock.',
  }),
  offsetMs: Type.Number({ description: 'To be added to the timestamps of `events`.' }),
  from: Type.Union([Type.Integer(), Type.Null()], { description: 'The chunk to go on with; null where none follows.' }),
  to: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The last chunk that begins at or before the moment; null where `events` show all of it.',
  }),
});
export type RecordingMoment = Static<typeof RecordingMoment>;
