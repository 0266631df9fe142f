import { Button, TextInput } from '@mantine/core';
import { text } from '../../../text/text.ts';
import styles from './views-menu.module.css';

/** Asks for a view's name. */
export function NameForm({ label, name = '', onName, onCancel }: NameFormProps) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const given = new FormData(form).get('name');
        // What is wrong with the name is shown below the list; the words stay in the field.
        if (typeof given === 'string' && given.trim() !== '')
          void onName(given.trim()).then(
            () => form.reset(),
            () => undefined,
          );
      }}
    >
      <TextInput name="name" size="xs" label={label} defaultValue={name} maxLength={100} required withAsterisk={false} />
      <Button type="submit" size="xs">
        {text.views.save}
      </Button>
      {onCancel ? (
        <Button type="button" size="xs" variant="subtle" onClick={onCancel}>
          {text.views.cancel}
        </Button>
      ) : null}
    </form>
  );
}

export interface NameFormProps {
  label: string;
  name?: string;
  onName: (name: string) => Promise<unknown>;
  onCancel?: () => void;
}
