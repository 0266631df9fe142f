import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/entrance.module.css';
import { Entrance } from '../../ui/entrance.tsx';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { useNewPassword } from '../setup/new-password.tsx';

/** Name and password of somebody who was invited; the invitation knows the email. */
export function JoinPage() {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const password = useNewPassword();
  const code = window.location.hash.slice(1);
  const join = useMutation({
    mutationFn: api.join,
    onSuccess: async () => {
      await queries.fetchQuery({ ...meQuery(api), staleTime: 0 });
      void navigate({ to: '/' });
    },
  });
  if (code === '') return <Entrance title={text.join.title} meaning={text.join.noCode} />;
  return (
    <Entrance title={text.join.title} meaning={text.join.meaning}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          password.show();
          if (!password.problem) join.mutate({ ...formTexts(event.currentTarget, ['name', 'password']), code });
        }}
      >
        <TextInput name="name" label={text.account.name} autoComplete="name" maxLength={100} required autoFocus size="md" />
        {password.field()}
        <Refusal failure={join.error} />
        <Button type="submit" size="md" loading={join.isPending}>
          {text.join.action}
        </Button>
      </form>
    </Entrance>
  );
}
