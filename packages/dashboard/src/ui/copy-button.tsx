import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { text } from '../text/text.ts';
import { copyText } from './copy-text.ts';

const SIGNS = { ready: IconCopy, copied: IconCheck, failed: IconX } as const;

/** Copies a text and says that it did; as a sign alone where room is short. */
export function CopyButton({ value, label, sign }: { value: string | (() => string); label: string; sign?: boolean }) {
  const [state, setState] = useState<keyof typeof SIGNS>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const Sign = SIGNS[state];
  const copy = () => {
    void copyText(typeof value === 'string' ? value : value()).then((copied) => setState(copied ? 'copied' : 'failed'));
  };
  const name = state === 'ready' ? label : text.copy[state];
  if (sign) {
    return (
      <ActionIcon size={24} aria-label={name} title={name} onClick={copy}>
        <Sign size={14} />
      </ActionIcon>
    );
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      miw={88}
      style={{ flex: 'none' }}
      leftSection={<Sign size={14} aria-hidden />}
      aria-label={name}
      onClick={copy}
    >
      {text.copy[state]}
    </Button>
  );
}
