import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import styles from './page.module.css';

/** A name in use, to be changed to one that is neither blank nor the same. */
export function RenameForm({ name, label, action, pending, onRename, children }: RenameFormProps) {
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        onRename(wanted);
      }}
    >
      <TextInput
        size="xs"
        w={240}
        aria-label={label}
        maxLength={256}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" h={30} disabled={wanted === '' || wanted === name} loading={pending}>
        {action}
      </Button>
      {children}
    </form>
  );
}

interface RenameFormProps {
  name: string;
  /** What the name is of. */
  label: string;
  /** The button's word. */
  action: string;
  pending: boolean;
  onRename(name: string): void;
  /** What there is to say beside it. */
  children?: ReactNode;
}
