import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import { text } from '../../text/text.ts';
import styles from './notes.module.css';

/** What somebody wrote. */
export interface Written {
  text: string;
  tags: string[];
}

/** Writes a note: words, and tags with commas between them. */
export function NoteForm({ before, action, onSave, onCancel, words }: NoteFormProps) {
  const [said, setSaid] = useState(before?.text ?? '');
  const [tags, setTags] = useState(before?.tags.join(', ') ?? '');
  const [saving, setSaving] = useState(false);
  const save = async () => {
    if (said.trim() === '' || saving) return;
    setSaving(true);
    const saved = await onSave({ text: said, tags: tagsOf(tags) }).then(
      () => true,
      // What went wrong is said above the notes; what was written stays.
      () => false,
    );
    setSaving(false);
    if (!saved || before) return;
    setSaid('');
    setTags('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === 'Escape' && onCancel) onCancel();
  };
  return (
    <form
      className={styles.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        ref={words}
        aria-label={text.notes.words}
        placeholder={text.notes.wordsHint}
        autosize={false}
        rows={2}
        maxLength={10_000}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      <div className={styles.formLine}>
        <TextInput
          className={styles.grow}
          aria-label={text.notes.tags}
          placeholder={text.notes.tagsHint}
          value={tags}
          onChange={(event) => setTags(event.currentTarget.value)}
        />
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {text.notes.cancel}
          </Button>
        ) : null}
        <Button type="submit" disabled={said.trim() === ''} loading={saving}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** Tags as they are typed, each once. */
export const tagsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().slice(0, 60))
      .filter((tag) => tag !== ''),
  ),
];

interface NoteFormProps {
  before?: Written;
  /** What the button says. */
  action: string;
  onSave: (written: Written) => Promise<unknown>;
  onCancel?: () => void;
  words?: RefObject<HTMLTextAreaElement | null>;
}
