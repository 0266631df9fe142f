import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';
import { text } from '../text/text.ts';

const SIGNS = { ready: IconCopy, copied: IconCheck, failed: IconX } as const;

/** Copies a text and says that it did. */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [state, setState] = useState<keyof typeof SIGNS>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const Sign = SIGNS[state];
  const copy = async () => setState((await copyText(value)) ? 'copied' : 'failed');
  return (
    <Button
      variant="default"
      size="compact-sm"
      miw={88}
      style={{ flex: 'none' }}
      leftSection={<Sign size={14} aria-hidden />}
      aria-label={state === 'ready' ? label : text.copy[state]}
      aria-live="polite"
      onClick={() => void copy()}
    >
      {text.copy[state]}
    </Button>
  );
}
