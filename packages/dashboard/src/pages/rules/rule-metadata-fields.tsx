import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import type { RuleMetadata } from '@sightline/protocol';
import { IconPlus, IconX } from '@tabler/icons-react';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

const words = text.rules;

/** A value that is taken along, as it is being typed. */
export interface MetadataText {
  /** Tells it from the others. */
  id: number;
  sourcer: string;
  lookFor: string;
  /** As it stood in the rule: another program may have said more of it than can be typed here. */
  kept?: RuleMetadata;
}

export const NO_METADATA: MetadataText = { id: 0, sourcer: '', lookFor: '' };

/** What a rule takes along with each event: a line for each value. */
export function RuleMetadataFields({
  metadata,
  onChange,
}: {
  metadata: readonly MetadataText[];
  onChange: (metadata: readonly MetadataText[]) => void;
}) {
  const change = (id: number, next: Partial<MetadataText>) => onChange(metadata.map((one) => (one.id === id ? { ...one, ...next } : one)));
  return (
    <>
      {metadata.map(({ id, sourcer, lookFor }) => (
        <div key={id} className={styles.fields}>
          <Select
            label={words.metadata}
            placeholder={words.metadataNone}
            size="xs"
            clearable
            data={Object.entries(words.sourcers).map(([value, label]) => ({ value, label }))}
            value={sourcer === '' ? null : sourcer}
            onChange={(value) => change(id, { sourcer: value ?? '' })}
          />
          {sourcer === '' ? null : (
            <TextInput
              label={words.lookFor}
              placeholder={words.lookForExample}
              size="xs"
              required
              maxLength={500}
              value={lookFor}
              onChange={({ currentTarget: { value } }) => change(id, { lookFor: value })}
            />
          )}
          {metadata.length > 1 ? (
            <ActionIcon
              size={28}
              aria-label={words.lessMetadata(lookFor)}
              onClick={() => onChange(metadata.filter((one) => one.id !== id))}
            >
              <IconX size={14} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      {metadata.at(-1)?.sourcer ? (
        <Button
          className={styles.more}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => onChange([...metadata, { ...NO_METADATA, id: Math.max(...metadata.map(({ id }) => id)) + 1 }])}
        >
          {words.moreMetadata}
        </Button>
      ) : null}
    </>
  );
}
