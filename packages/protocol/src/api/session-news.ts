import { Type, type Static } from 'typebox';
import { TabIdSchema } from '../ids.ts';
import { RecordedChunk } from './recordings.ts';

/** A chunk of a running session's recording, with what a run of the manifest tells of it. */
export const LiveChunk = Type.Intersect([
  RecordedChunk,
  Type.Object({ count: Type.Integer(), bytes: Type.Integer(), snapshot: Type.Boolean() }),
]);
export type LiveChunk = Static<typeof LiveChunk>;

/**
 * A line of `GET /api/v1/sessions/{id}/news`: what just became safe of a session, before the store has it. Who asks for the manifest and the events
 * after the first line, and goes on with what the further lines tell, has everything; what both tell is recognised by its numbers.
 */
export const SessionNews = Type.Object({
  /** The first line: from here on, everything that comes is told. */
  watching: Type.Optional(Type.Literal(true)),
  tab: Type.Optional(TabIdSchema),
  chunks: Type.Optional(Type.Array(LiveChunk, { description: 'Of the tab’s recording, in order.' })),
  events: Type.Optional(Type.Integer({ description: 'Events that came and are not in the line.' })),
  more: Type.Optional(
    Type.Literal(true, { description: 'Something of the recording came that is not in the line: ask for the manifest.' }),
  ),
});
export type SessionNews = Static<typeof SessionNews>;
