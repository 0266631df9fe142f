import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

/** A button that becomes a field for the new thing's name. */
export function CreateByName({ action, label, confirm, create, taken }: CreateByNameProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const making = useMutation({ mutationFn: create, onSuccess: () => close() });
  const isTaken = taken.includes(typed.trim());
  const close = () => {
    setOpen(false);
    setTyped('');
    making.reset();
  };
  if (!open) {
    return (
      <Button
        variant="default"
        size="compact-sm"
        h={28}
        style={{ flex: 'none' }}
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {action}
      </Button>
    );
  }
  return (
    <form
      className={styles.create}
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(typed.trim());
      }}
      onKeyDown={(event) => (event.key === 'Escape' ? close() : undefined)}
    >
      <TextInput
        name="name"
        size="xs"
        aria-label={label}
        placeholder={label}
        maxLength={256}
        pattern=".*\S.*"
        required
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={isTaken ? text.flights.nameTaken(typed.trim()) : making.error?.message}
      />
      <Button type="submit" size="compact-sm" h={30} loading={making.isPending} disabled={isTaken}>
        {confirm}
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" h={30} onClick={close}>
        {text.cancel}
      </Button>
    </form>
  );
}

export interface CreateByNameProps {
  action: string;
  label: string;
  confirm: string;
  create: (name: string) => Promise<unknown>;
  /** Names that are in use: said while one of them is typed. */
  taken: readonly string[];
}
