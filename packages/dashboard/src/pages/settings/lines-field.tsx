import { Textarea } from '@mantine/core';
import { useState } from 'react';

/** A list, one entry on a line. */
export function LinesField({ label, lines, onChange }: { label: string; lines: string[]; onChange: (lines: string[]) => void }) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? lines.join('\n');
  return (
    <Textarea
      w="100%"
      maw={520}
      size="xs"
      label={label}
      rows={Math.max(2, shown.split('\n').length)}
      spellCheck={false}
      value={shown}
      classNames={{ input: 'mono' }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(linesOf(event.currentTarget.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
