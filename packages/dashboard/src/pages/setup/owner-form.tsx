import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refused } from '@sightline/client';
import { useApi } from '../../api-context.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/entrance.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { useNewPassword } from './new-password.tsx';

/** Name, email and password of the owner; the code of the link proves that it is the one who started the server. */
export function OwnerForm({ code }: { code: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const password = useNewPassword();
  const setUp = useMutation({
    mutationFn: async (request: { name: string; email: string; password: string }) => {
      await api.setup({ ...request, code });
      const me = await queries.fetchQuery({ ...meQuery(api), staleTime: 0 });
      if (!me.account) await api.signIn(request);
      await queries.fetchQuery({ ...meQuery(api), staleTime: 0 });
    },
  });
  const field = setUp.error instanceof Refused ? setUp.error.refusal.field?.replace(/^.*[./]/, '') : undefined;
  const problemOf = (name: string) => (field === name ? setUp.error?.message : undefined);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        password.show();
        if (!password.problem) setUp.mutate(formTexts(event.currentTarget, ['name', 'email', 'password']));
      }}
    >
      <TextInput
        name="name"
        label={text.account.name}
        autoComplete="name"
        maxLength={100}
        required
        autoFocus
        size="md"
        error={problemOf('name')}
      />
      <TextInput
        name="email"
        type="email"
        label={text.account.email}
        autoComplete="username"
        maxLength={254}
        required
        size="md"
        error={problemOf('email')}
      />
      {password.field(problemOf('password'))}
      {field && ['name', 'email', 'password'].includes(field) ? null : <Refusal failure={setUp.error} />}
      <Button type="submit" size="md" loading={setUp.isPending}>
        {text.setup.action}
      </Button>
    </form>
  );
}
