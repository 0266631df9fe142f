import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import styles from './session-filters.module.css';

/** Leaves out sessions with fewer events than a number; the chip takes the filter away again. */
export function MinEvents({ min, onChange }: { min: number | undefined; onChange: (min: number | undefined) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Chip chosen={min !== undefined} onToggle={(wanted) => (wanted ? setOpen(true) : onChange(undefined))}>
          {min === undefined ? text.sessions.minEvents : text.sessions.atLeast(min)}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const value = Number(new FormData(event.currentTarget).get('min'));
            setOpen(false);
            onChange(value > 0 ? value : undefined);
          }}
        >
          <TextInput
            name="min"
            type="number"
            min={1}
            step={1}
            label={text.sessions.minEventsLabel}
            defaultValue={min ?? 2}
            w={150}
            data-autofocus
          />
          <Button type="submit">{text.sessions.apply}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
