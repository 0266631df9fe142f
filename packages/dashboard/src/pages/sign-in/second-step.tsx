import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/entrance.module.css';
import { Entrance } from '../../ui/entrance.tsx';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';

/** The code of the authenticator, after the password. */
export function SecondStep({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const api = useApi();
  const enter = useMutation({ mutationFn: api.secondFactor, onSuccess: onDone });
  return (
    <Entrance title={text.secondStep.title} meaning={text.secondStep.meaning}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate(formTexts(event.currentTarget, ['code']).code.trim());
        }}
      >
        <TextInput name="code" label={text.secondStep.code} autoComplete="one-time-code" maxLength={40} required autoFocus size="md" />
        <Refusal failure={enter.error} />
        <Button type="submit" size="md" loading={enter.isPending}>
          {text.secondStep.action}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {text.secondStep.back}
        </Button>
      </form>
    </Entrance>
  );
}
