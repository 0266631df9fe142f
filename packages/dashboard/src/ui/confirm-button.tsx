import { Button, Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { text } from '../text/text.ts';

/** A button for what cannot be undone: it says what will happen, and asks once more. */
export function ConfirmButton({ action, label, meaning, confirm, onConfirm, busy }: ConfirmButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-sm" aria-label={label} loading={busy ?? false} onClick={() => setOpen(true)}>
          {action}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <p style={{ fontSize: 13, whiteSpace: 'normal', textAlign: 'left' }}>{meaning}</p>
        <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
          <Button
            size="compact-sm"
            color="tomato"
            onClick={() => {
              setOpen(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(false)} data-autofocus>
            {text.cancel}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

export interface ConfirmButtonProps {
  action: string;
  label: string;
  meaning: ReactNode;
  confirm: string;
  onConfirm: () => void;
  busy?: boolean;
}
