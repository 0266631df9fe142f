import { Type, type Static } from 'typebox';

const text = Type.String({ minLength: 1, maxLength: 10_000, pattern: '\\S' });
const tag = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const tags = Type.Array(tag, { maxItems: 20, description: 'Codes of a researcher’s own; each once, without space around it.' });
const at = Type.Integer({ description: 'The moment it is pinned to: ms since 1970, on the clock of events’ `at`.' });
const tab = Type.Union([Type.String({ maxLength: 100 }), Type.Null()], { description: 'The tab it is about; null: the whole session.' });

/** What somebody remarked at a moment of a session. */
export const Note = Type.Object({
  id: Type.String(),
  session: Type.String(),
  flight: Type.String(),
  tab,
  at,
  text,
  tags,
  author: Type.String({ description: 'Name of the account that wrote it, as it was then.' }),
  createdAt: Type.Integer(),
  editedAt: Type.Union([Type.Integer(), Type.Null()]),
});
export type Note = Static<typeof Note>;

/** `GET /api/v1/sessions/{id}/notes`: in the order of their moments. */
export const Notes = Type.Object({ notes: Type.Array(Note) });
export type Notes = Static<typeof Notes>;

/** `POST /api/v1/sessions/{id}/notes` → Note. */
export const NewNote = Type.Object({ at, tab: Type.Optional(tab), text, tags: Type.Optional(tags) });
export type NewNote = Static<typeof NewNote>;

/**
 * `PATCH /api/v1/sessions/{id}/notes/{note}` → Note. `DELETE …` → Note, which is kept for a day, so that
 * `POST …/{note}/restore` → Note can take it back.
 */
export const NoteChange = Type.Object({ at: Type.Optional(at), text: Type.Optional(text), tags: Type.Optional(tags) });
export type NoteChange = Static<typeof NoteChange>;
