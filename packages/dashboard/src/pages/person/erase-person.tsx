import { Button, Modal, TextInput } from '@mantine/core';
import type { PersonErasure, PersonRow } from '@sightline/protocol';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { personName } from '../people/person-columns.tsx';
import styles from './page.module.css';

const words = text.erasure;
const VISITOR = 'visitor-';

/** What has to be typed: the name, or the part of a visitor's id that stands in its place. */
const nameOf = ({ id, label }: PersonRow): string => label ?? id.slice(VISITOR.length, VISITOR.length + 8);

/** Erases somebody with everything of theirs, after their name was typed. */
export function ErasePerson({ person, flight, onErased }: ErasePersonProps) {
  const [open, setOpen] = useState(false);
  const api = useApi();
  const erase = useMutation({
    mutationFn: (name: string) => api.erasePerson(person.id, flight, { name }),
    onSuccess: (erased) => {
      setOpen(false);
      onErased(erased);
    },
  });
  return (
    <>
      <Button
        variant="subtle"
        color="tomato"
        size="compact-sm"
        h={28}
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => {
          erase.reset();
          setOpen(true);
        }}
      >
        {words.action}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={words.title(personName(person))}
        closeButtonProps={{ 'aria-label': text.cancel }}
      >
        <Question person={person} busy={erase.isPending} failure={erase.error} onErase={erase.mutate} onCancel={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface ErasePersonProps {
  person: PersonRow;
  flight: string;
  onErased: (erased: PersonErasure) => void;
}

function Question({ person, busy, failure, onErase, onCancel }: QuestionProps) {
  const [typed, setTyped] = useState('');
  const name = nameOf(person);
  return (
    <form
      className={styles.erasure}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === name) onErase(typed);
      }}
    >
      <p role="alert">{words.meaning(person.sessions, person.visitors)}</p>
      <ul className="quiet">
        <li>{words.exports}</li>
        <li>{words.shared}</li>
        <li>{words.late}</li>
      </ul>
      <TextInput data-autofocus label={words.typeName(name)} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Refusal failure={failure} />
      <div className={styles.actions}>
        <Button type="submit" size="compact-sm" color="tomato" disabled={typed.trim() !== name} loading={busy}>
          {words.now}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}

interface QuestionProps {
  person: PersonRow;
  busy: boolean;
  failure: Error | null;
  onErase: (name: string) => void;
  onCancel: () => void;
}
