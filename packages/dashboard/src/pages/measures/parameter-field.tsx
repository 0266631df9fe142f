import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { choicesOf, leastOf, type Metric } from '@sightline/metrics';
import { useState } from 'react';
import { text } from '../../text/text.ts';

/** One parameter, as its default’s kind wants it. */
export function ParameterField({ metric, name, value, onChange }: ParameterFieldProps) {
  const usual = metric.parameters[name];
  const choices = choicesOf(metric, name);
  const [json, setJson] = useState(() => JSON.stringify(value));
  if (choices) {
    return (
      <Select size="xs" label={name} allowDeselect={false} value={String(value)} data={choices} onChange={(chosen) => onChange(chosen)} />
    );
  }
  if (typeof usual === 'number') {
    return (
      <TextInput
        size="xs"
        type="number"
        min={leastOf(metric, name)}
        step="any"
        label={name}
        value={String(value)}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
    );
  }
  if (typeof usual === 'boolean')
    return <Checkbox size="xs" mt={24} label={name} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
  if (typeof usual === 'string')
    return <TextInput size="xs" label={name} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (Array.isArray(usual)) {
    return (
      <Textarea
        size="xs"
        autosize
        minRows={1}
        label={name}
        description={text.across.definitions.list}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))}
      />
    );
  }
  return (
    <Textarea
      size="xs"
      autosize
      minRows={1}
      label={name}
      description={text.across.definitions.json}
      value={json}
      onChange={(event) => {
        setJson(event.currentTarget.value);
        onChange(parsed(event.currentTarget.value));
      }}
    />
  );
}

interface ParameterFieldProps {
  metric: Metric;
  name: string;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What is no JSON stays a text, which the check then refuses. */
function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    // Half typed.
    return given;
  }
}
