import { ActionIcon, Button } from '@mantine/core';
import type { Note } from '@sightline/protocol';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import { formatOffset } from '../../time/format-offset.ts';
import type { Player } from '../player.ts';
import { useMoment } from '../view/use-moment.ts';
import { NoteForm } from './note-form.tsx';
import styles from './notes.module.css';
import type { UsedNotes } from './use-notes.ts';

/** A session's notes in the order of their moments, and a place to write the next one. */
export function NotesPanel({ used, from, at, player, tab, onGo, words }: NotesPanelProps) {
  const { notes, failure, unread, removed } = used;
  const pointed = useMoment(player, tenth, at);
  const moment = player ? pointed : Math.round(at);
  return (
    <div className={styles.panel}>
      <NoteForm
        words={words}
        action={text.notes.pin(shortOffset(moment - from))}
        onSave={(written) => used.add({ ...written, at: moment, tab: tab ?? null })}
      />
      {failure ? (
        <p className={styles.failure} role="alert">
          {text.notes.failed(failure.message)}
        </p>
      ) : null}
      {unread ? <p className={styles.failure}>{text.notes.notRead(unread.message)}</p> : null}
      {removed ? (
        <p className={styles.removed} role="status">
          {text.notes.removed}{' '}
          <Button variant="subtle" size="compact-sm" onClick={() => used.restore(removed)}>
            {text.notes.undo}
          </Button>
        </p>
      ) : null}
      {notes.length === 0 && !unread ? <p className="quiet">{text.notes.none}</p> : null}
      <ul className={styles.list}>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} from={from} used={used} onGo={onGo} />
        ))}
      </ul>
    </div>
  );
}

function NoteLine({ note, from, used, onGo }: { note: Note; from: number; used: UsedNotes; onGo: (at: number) => void }) {
  const [editing, setEditing] = useState(false);
  const { instants } = usePreferences();
  const offset = shortOffset(note.at - from);
  if (editing) {
    return (
      <li className={styles.note}>
        <NoteForm
          before={note}
          action={text.notes.save}
          onCancel={() => setEditing(false)}
          onSave={(written) => used.change({ id: note.id, ...written }).then(() => setEditing(false))}
        />
      </li>
    );
  }
  return (
    <li className={styles.note}>
      <div className={styles.line}>
        <button type="button" className={styles.go} title={text.notes.at(offset)} onClick={() => onGo(note.at)}>
          {offset}
        </button>
        <span className="cut quiet" title={instants.exact(note.createdAt)}>
          {text.notes.by(note.author, note.editedAt !== null)}
        </span>
        <span className={styles.actions}>
          <ActionIcon size={24} aria-label={text.notes.edit} title={text.notes.edit} onClick={() => setEditing(true)}>
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon size={24} aria-label={text.notes.remove} title={text.notes.remove} onClick={() => used.remove(note)}>
            <IconTrash size={14} />
          </ActionIcon>
        </span>
      </div>
      <p className={styles.words}>{note.text}</p>
      {note.tags.length > 0 ? (
        <ul className={styles.tags} aria-label={text.notes.tags}>
          {note.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** Said as exactly as it is shown, and drawn no more often. */
const tenth = (at: number): number => Math.round(at / 100) * 100;

/** To the tenth of a second, as the clock beside the player. */
const shortOffset = (ms: number): string => formatOffset(ms).slice(0, -2);

interface NotesPanelProps {
  used: UsedNotes;
  /** The session's start. */
  from: number;
  /** The moment a new note is pinned to: the playhead's where there is a player. */
  at: number;
  player?: Player | undefined;
  /** The tab that is looked at. */
  tab: string | undefined;
  onGo: (at: number) => void;
  words?: RefObject<HTMLTextAreaElement | null>;
}
