import { Textarea } from '@mantine/core';
import type { Rule } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { ruleOfGroup } from './rule-of-group.ts';

/** Takes a LogUI group out of a configuration; hands it on as soon as it is one. */
export function PastedGroup({ onRule }: { onRule: (rule: Rule) => void }) {
  const [json, setJson] = useState('');
  const rule = json.trim() === '' ? undefined : ruleOfGroup(json);
  return (
    <Textarea
      label={text.rules.group}
      description={text.rules.groupMeaning}
      placeholder={text.rules.groupExample}
      size="xs"
      autosize
      minRows={2}
      maxRows={8}
      maxLength={20_000}
      error={typeof rule === 'string' ? rule : undefined}
      value={json}
      onChange={({ currentTarget: { value } }) => {
        setJson(value);
        const read = ruleOfGroup(value);
        if (typeof read !== 'string') onRule(read);
      }}
    />
  );
}
