import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../../text/text.ts';

/** A number within bounds; what is not one is said and not taken. */
export function NumberField({ label, unit, least, most, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && !isWithin(typed, least, most);
  return (
    <TextInput
      size="xs"
      w={240}
      label={label}
      inputMode="decimal"
      value={typed ?? String(value)}
      rightSection={<span className="quiet">{unit}</span>}
      error={wrong ? text.settings.outside(least, most) : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        if (isWithin(next, least, most)) onChange(Number(next));
      }}
      onBlur={() => (wrong ? undefined : setTyped(undefined))}
    />
  );
}

const isWithin = (typed: string, least: number, most: number) => typed.trim() !== '' && Number(typed) >= least && Number(typed) <= most;

export interface NumberFieldProps {
  label: string;
  unit: string;
  least: number;
  most: number;
  value: number;
  onChange: (value: number) => void;
}
