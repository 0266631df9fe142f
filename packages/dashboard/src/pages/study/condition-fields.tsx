import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Condition } from '@sightline/protocol';
import { IconPlus, IconX } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

/** The conditions with their quotas, one to a line. */
export function ConditionFields({ conditions, onChange }: { conditions: Condition[]; onChange: (conditions: Condition[]) => void }) {
  const words = text.study.setup;
  const change = (index: number, part: Partial<Condition>) =>
    onChange(conditions.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <div className={styles.conditions}>
      {conditions.map(({ name, quota }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a name that is being typed is no key
        <div key={index} className={styles.actions}>
          <TextInput
            size="xs"
            w={200}
            required
            maxLength={100}
            aria-label={words.conditionName(index + 1)}
            value={name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            w={120}
            type="number"
            min={1}
            aria-label={words.conditionQuota(index + 1)}
            placeholder={words.noQuota}
            value={quota === null ? '' : String(quota)}
            onChange={(event) => change(index, { quota: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })}
          />
          <ActionIcon aria-label={words.removeCondition(name)} onClick={() => onChange(conditions.filter((_, at) => at !== index))}>
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...conditions, { name: String.fromCodePoint(65 + (conditions.length % 26)), quota: null }])}
      >
        {words.addCondition}
      </Button>
    </div>
  );
}
