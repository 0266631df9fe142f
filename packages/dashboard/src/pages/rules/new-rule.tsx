import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DERIVABLE_EVENTS, type DerivableEvent, type Rule } from '@sightline/protocol';
import { useState, type FormEvent } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';

const words = text.rules;
const EMPTY = { selector: '', name: '', lookFor: '', sourcer: '' };

/** Asks for a rule, and applies it at once. */
export function NewRule({ flight }: { flight: string }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [given, setGiven] = useState(EMPTY);
  const [event, setEvent] = useState<DerivableEvent>('click');
  const add = useMutation({
    mutationFn: (rule: Rule) => api.createRule(flight, rule),
    onSuccess: async () => {
      setGiven(EMPTY);
      await queryClient.invalidateQueries({ queryKey: ['rules', flight] });
    },
  });
  const { selector, name, sourcer, lookFor } = given;
  const field = (key: keyof typeof EMPTY, label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      size="xs"
      required={key !== 'lookFor'}
      maxLength={500}
      value={given[key]}
      onChange={({ currentTarget: { value } }) => setGiven({ ...given, [key]: value })}
    />
  );
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const metadata =
      sourcer === '' || lookFor.trim() === '' ? {} : { metadata: [{ nameForLog: lookFor.trim(), sourcer, lookFor: lookFor.trim() }] };
    add.mutate({ selector: selector.trim(), event, name: name.trim(), ...metadata });
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words.form}>
      {field('selector', words.selector, words.selectorExample)}
      <Select
        label={words.event}
        size="xs"
        allowDeselect={false}
        data={[...DERIVABLE_EVENTS]}
        value={event}
        onChange={(value) => setEvent(DERIVABLE_EVENTS.find((one) => one === value) ?? 'click')}
      />
      {field('name', words.name, words.nameExample)}
      <Select
        label={words.metadata}
        placeholder={words.metadataNone}
        size="xs"
        clearable
        data={Object.entries(words.sourcers).map(([value, label]) => ({ value, label }))}
        value={sourcer === '' ? null : sourcer}
        onChange={(value) => setGiven({ ...given, sourcer: value ?? '' })}
      />
      {sourcer === '' ? null : field('lookFor', words.lookFor, words.lookForExample)}
      <Button type="submit" size="xs" loading={add.isPending}>
        {words.add}
      </Button>
      <Refusal failure={add.error} />
    </form>
  );
}
