import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { DERIVABLE_EVENTS, type DerivableEvent, type Rule } from '@sightline/protocol';
import { useState, type FormEvent } from 'react';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import { NO_METADATA, RuleMetadataFields, type MetadataText } from './rule-metadata-fields.tsx';

const words = text.rules;

/** What a rule is made of, new or changed. */
export function RuleForm({ label, rule, action, busy, failure, onSave, onCancel }: RuleFormProps) {
  const [given, setGiven] = useState({ selector: rule?.selector ?? '', name: rule?.name ?? '' });
  const [event, setEvent] = useState<DerivableEvent>(rule?.event ?? 'click');
  const [isForAll, setForAll] = useState(rule?.bubbling === 'all');
  const [metadata, setMetadata] = useState<readonly MetadataText[]>(
    () => rule?.metadata?.map((one, id) => ({ id, kept: one, sourcer: one.sourcer, lookFor: one.lookFor ?? '' })) ?? [NO_METADATA],
  );
  const field = (key: keyof typeof given, title: string, placeholder: string) => (
    <TextInput
      label={title}
      placeholder={placeholder}
      size="xs"
      required
      maxLength={key === 'name' ? 200 : 1_000}
      value={given[key]}
      onChange={({ currentTarget: { value } }) => setGiven({ ...given, [key]: value })}
    />
  );
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const taken = metadata.flatMap(({ kept, sourcer, lookFor }) => {
      const found = lookFor.trim();
      if (sourcer === '' || found === '') return [];
      return [kept?.sourcer === sourcer && kept.lookFor === found ? kept : { nameForLog: found, sourcer, lookFor: found }];
    });
    onSave({
      selector: given.selector.trim(),
      event,
      name: given.name.trim(),
      ...(isForAll && { bubbling: 'all' }),
      // What was said to the handler of a pasted group.
      ...(rule?.properties && event === rule.event && { properties: rule.properties }),
      ...(taken.length > 0 && { metadata: taken }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label}>
      <div className={styles.fields}>
        {field('selector', words.selector, words.selectorExample)}
        <Select
          label={words.event}
          size="xs"
          allowDeselect={false}
          data={DERIVABLE_EVENTS.map((value) => ({ value, label: words.eventNames[value] }))}
          value={event}
          onChange={(value) => setEvent(DERIVABLE_EVENTS.find((one) => one === value) ?? 'click')}
        />
        {field('name', words.name, words.nameExample)}
      </div>
      <p className="quiet" aria-live="polite">
        {words.readsFrom[event] ?? words.readsRecording}
      </p>
      <Checkbox size="xs" label={words.forAll} checked={isForAll} onChange={({ currentTarget: { checked } }) => setForAll(checked)} />
      {rule?.properties && event === rule.event ? (
        <p className="quiet">
          {words.properties} <code>{JSON.stringify(rule.properties)}</code>
        </p>
      ) : null}
      <RuleMetadataFields metadata={metadata} onChange={setMetadata} />
      <div className={styles.actions}>
        <Button type="submit" size="xs" loading={busy}>
          {action}
        </Button>
        {onCancel ? (
          <Button size="xs" variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        ) : null}
      </div>
      <Refusal failure={failure} />
    </form>
  );
}

export interface RuleFormProps {
  label: string;
  /** What it is now; absent for a new one. */
  rule?: Rule;
  action: string;
  busy: boolean;
  failure: Error | null;
  onSave: (rule: Rule) => void;
  onCancel?: () => void;
}
