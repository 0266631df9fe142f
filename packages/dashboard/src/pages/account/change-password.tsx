import { Button, PasswordInput } from '@mantine/core';
import { PASSWORD_LENGTH } from '@sightline/protocol';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/form-page.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';

/** Another password, for whoever knows the one now. */
export function ChangePassword() {
  const api = useApi();
  const change = useMutation({ mutationFn: api.changePassword });
  return (
    <section className={styles.panel} aria-labelledby="password">
      <h2 id="password">{text.ownAccount.password}</h2>
      <p className="quiet">{text.ownAccount.passwordMeaning}</p>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          change.mutate(formTexts(form, ['now', 'next']), { onSuccess: () => form.reset() });
        }}
      >
        <PasswordInput name="now" label={text.ownAccount.now} autoComplete="current-password" required />
        <PasswordInput
          name="next"
          label={text.ownAccount.next}
          autoComplete="new-password"
          minLength={PASSWORD_LENGTH.least}
          maxLength={PASSWORD_LENGTH.most}
          required
        />
        <Refusal failure={change.error} />
        <Button type="submit" loading={change.isPending}>
          {text.ownAccount.change}
        </Button>
        <p role="status">{change.isSuccess ? text.ownAccount.changed : ''}</p>
      </form>
    </section>
  );
}
