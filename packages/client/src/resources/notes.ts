import type { NewNote, Note, NoteChange, Notes } from '@sightline/protocol';
import type { Caller } from '../caller.ts';

const id = encodeURIComponent;

/** Notes that are pinned to moments of sessions. */
export const notes = ({ get, send }: Caller) => ({
  notes: (session: string, signal?: AbortSignal) => get<Notes>(`/sessions/${id(session)}/notes`, signal),
  addNote: (session: string, note: NewNote) => send<Note>('POST', `/sessions/${id(session)}/notes`, note),
  changeNote: (session: string, note: string, change: NoteChange) =>
    send<Note>('PATCH', `/sessions/${id(session)}/notes/${id(note)}`, change),
  removeNote: (session: string, note: string) => send<Note>('DELETE', `/sessions/${id(session)}/notes/${id(note)}`),
  restoreNote: (session: string, note: string) => send<Note>('POST', `/sessions/${id(session)}/notes/${id(note)}/restore`),
});
