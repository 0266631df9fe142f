import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/entrance.module.css';
import { Entrance } from '../../ui/entrance.tsx';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { SecondStep } from './second-step.tsx';

const route = getRouteApi('/sign-in');

/** Email and password, and on to where one wanted to go. */
export function SignInPage() {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const { back } = route.useSearch();
  const enter = async () => {
    await queries.fetchQuery({ ...meQuery(api), staleTime: 0 });
    router.history.push(back ?? '/');
  };
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: async ({ secondFactor }) => (secondFactor ? undefined : enter()),
  });
  if (signIn.data?.secondFactor) return <SecondStep onDone={enter} onBack={() => signIn.reset()} />;
  return (
    <Entrance title={text.signIn.title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(formTexts(event.currentTarget, ['email', 'password']));
        }}
      >
        <TextInput name="email" type="email" label={text.account.email} autoComplete="username" required autoFocus size="md" />
        <PasswordInput name="password" label={text.account.password} autoComplete="current-password" required size="md" />
        <Refusal failure={signIn.error} />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {text.signIn.action}
        </Button>
        <p className="quiet">{text.signIn.forgotten}</p>
      </form>
    </Entrance>
  );
}
