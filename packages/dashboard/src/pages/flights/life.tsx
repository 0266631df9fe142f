import { Button, TextInput } from '@mantine/core';
import { ERASED_AFTER_DAYS } from './erased-after-days.ts';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import type { LifeChange } from './use-life.ts';

/** Putting an application or flight aside, deleting it by its name, and taking either back. */
export function Life({ name, kind, archivedAt, erasedFrom, life }: LifeProps) {
  const [sure, setSure] = useState(false);
  const [typed, setTyped] = useState('');
  const words = text.flights.life[kind];
  const { archive, remove, restore } = life;
  if (erasedFrom !== undefined) {
    return (
      <>
        <p role="status">
          {words.erased} <Instant at={erasedFrom} />. {text.flights.life.erasedMeaning}
        </p>
        <Refusal failure={restore.error} />
        <Button size="compact-sm" loading={restore.isPending} onClick={() => restore.mutate()}>
          {words.restore}
        </Button>
      </>
    );
  }
  if (sure) {
    return (
      <form
        className={styles.deletion}
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(typed, { onSuccess: () => setSure(false) });
        }}
      >
        <p role="alert">{words.deleteMeaning(name, ERASED_AFTER_DAYS)}</p>
        <TextInput
          size="xs"
          w={280}
          autoFocus
          label={words.typeName(name)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Refusal failure={remove.error} />
        <div className={styles.actions}>
          <Button type="submit" size="compact-sm" color="tomato" disabled={typed.trim() !== name} loading={remove.isPending}>
            {words.deleteNow(name)}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setSure(false)}>
            {text.cancel}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <>
      <div className={styles.actions}>
        <Button size="compact-sm" variant="default" loading={archive.isPending} onClick={() => archive.mutate(archivedAt === undefined)}>
          {archivedAt === undefined ? words.archive : words.unarchive}
        </Button>
        <Button size="compact-sm" variant="subtle" color="tomato" onClick={() => setSure(true)}>
          {words.delete}
        </Button>
      </div>
      <Refusal failure={archive.error} />
    </>
  );
}

export interface LifeProps {
  name: string;
  kind: 'application' | 'flight';
  archivedAt: number | undefined;
  erasedFrom: number | undefined;
  life: LifeChange;
}
