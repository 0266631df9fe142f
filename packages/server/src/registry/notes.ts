import { randomUUID } from 'node:crypto';
import type { NewNote, Note, NoteChange } from '@sightline/protocol';
import type { Selectable } from 'kysely';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import type { NoteTable } from './tables/analysis-tables.ts';

/** What researchers remark at moments of sessions. */
export interface Notes {
  /** A session's, in the order of their moments. */
  ofSession(session: string): Promise<Note[]>;
  /** All of a flight's, session by session: for exports. */
  ofFlight(flight: string): Promise<Note[]>;
  add(place: { session: string; flight: string; author: string }, note: NewNote): Promise<Note>;
  change(session: string, id: string, change: NoteChange): Promise<Note | Refusal>;
  /** Takes a note away; for a day it can be taken back. */
  remove(session: string, id: string): Promise<Note | Refusal>;
  restore(session: string, id: string): Promise<Note | Refusal>;
  /** Erases all notes of sessions, for good. */
  erase(sessions: readonly string[]): Promise<void>;
}

/** How long a note that was removed can be taken back. */
const RESTORABLE_MS = 24 * 60 * 60 * 1_000;

/** Databases bound the values of a statement. */
const AT_ONCE = 500;

/** The notes in a database. */
export const notes = ({ database: { kysely }, now }: RegistryDeps): Notes => {
  const read = () => kysely.selectFrom('note').selectAll().orderBy('sessionId').orderBy('at').orderBy('createdAt').orderBy('id');
  const write = async (session: string, id: string, values: Partial<Selectable<NoteTable>>, removed = false): Promise<Note | Refusal> => {
    const row = await kysely
      .updateTable('note')
      .set(values)
      .where('id', '=', id)
      .where('sessionId', '=', session)
      .where('deletedAt', removed ? 'is not' : 'is', null)
      .returningAll()
      .executeTakeFirst();
    return row ? noteOf(row) : { refusal: 'notFound', message: `The session has no note with the id ${JSON.stringify(id)}` };
  };

  return {
    ofSession: async (session) => (await read().where('sessionId', '=', session).where('deletedAt', 'is', null).execute()).map(noteOf),
    ofFlight: async (flight) => (await read().where('flightId', '=', flight).where('deletedAt', 'is', null).execute()).map(noteOf),

    async add({ session, flight, author }, { at, tab = null, text, tags = [] }) {
      const row = {
        id: randomUUID(),
        sessionId: session,
        flightId: flight,
        tab,
        at,
        text: text.trim(),
        tags: JSON.stringify(tidy(tags)),
        author,
        createdAt: now(),
        editedAt: null,
        deletedAt: null,
      };
      await kysely.insertInto('note').values(row).execute();
      return noteOf(row);
    },

    change: (session, id, { at, text, tags }) =>
      write(session, id, {
        ...(at !== undefined && { at }),
        ...(text !== undefined && { text: text.trim() }),
        ...(tags !== undefined && { tags: JSON.stringify(tidy(tags)) }),
        editedAt: now(),
      }),

    async remove(session, id) {
      await kysely
        .deleteFrom('note')
        .where('deletedAt', '<', now() - RESTORABLE_MS)
        .execute();
      return write(session, id, { deletedAt: now() });
    },

    restore: (session, id) => write(session, id, { deletedAt: null }, true),

    async erase(sessions) {
      for (let first = 0; first < sessions.length; first += AT_ONCE)
        await kysely
          .deleteFrom('note')
          .where('sessionId', 'in', sessions.slice(first, first + AT_ONCE))
          .execute();
    },
  };
};

const tidy = (tags: readonly string[]): string[] => [...new Set(tags.map((tag) => tag.trim()))];

const noteOf = ({ id, sessionId, flightId, tab, at, text, tags, author, createdAt, editedAt }: Selectable<NoteTable>): Note => ({
  id,
  session: sessionId,
  flight: flightId,
  tab,
  at,
  text,
  tags: JSON.parse(tags) as string[],
  author,
  createdAt,
  editedAt,
});
