import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewNote, Note, NoteChange, Notes } from '@sightline/protocol';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { notesQuery } from './notes-query.ts';

const NONE: readonly Note[] = [];

/** A session's notes and what can be done with them; each change is shown as soon as the server has it. */
export function useNotes(session: string) {
  const api = useApi();
  const client = useQueryClient();
  const query = notesQuery(api, session);
  const { data, error } = useQuery(query);
  const [removed, setRemoved] = useState<Note>();
  const put = (change: (notes: readonly Note[]) => readonly Note[]) =>
    client.setQueryData<Notes>(query.queryKey, (known) => ({
      notes: [...change(known?.notes ?? NONE)].sort((a, b) => a.at - b.at || a.createdAt - b.createdAt),
    }));
  const withNote = (note: Note) => put((notes) => [...notes.filter(({ id }) => id !== note.id), note]);

  const add = useMutation({ mutationFn: (note: NewNote) => api.addNote(session, note), onSuccess: withNote });
  const change = useMutation({
    mutationFn: ({ id, ...changed }: NoteChange & { id: string }) => api.changeNote(session, id, changed),
    onSuccess: withNote,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Note) => api.removeNote(session, id),
    onSuccess(note) {
      setRemoved(note);
      put((notes) => notes.filter(({ id }) => id !== note.id));
    },
  });
  const restore = useMutation({
    mutationFn: ({ id }: Note) => api.restoreNote(session, id),
    onSuccess(note) {
      setRemoved(undefined);
      withNote(note);
    },
  });
  const failure = [add, change, remove, restore].map((mutation) => mutation.error).find((one) => one !== null);

  return {
    notes: data?.notes ?? NONE,
    failure: failure ?? undefined,
    unread: data ? undefined : (error ?? undefined),
    removed,
    add: add.mutateAsync,
    change: change.mutateAsync,
    remove: remove.mutate,
    restore: restore.mutate,
  };
}

export type UsedNotes = ReturnType<typeof useNotes>;
