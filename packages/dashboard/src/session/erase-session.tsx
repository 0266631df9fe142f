import { Button, TextInput } from '@mantine/core';
import type { SessionSummary } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../api-context.ts';
import { text } from '../text/text.ts';
import { Refusal } from '../ui/refusal.tsx';
import styles from './session-facts.module.css';
import { sessionName } from './session-name.ts';

/** Erases the session for good, once its name was typed. */
export function EraseSession({ session }: { session: SessionSummary }) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string>();
  const erase = useMutation({
    mutationFn: () => api.eraseSession(session.id),
    onSuccess: async () => {
      await navigate({ to: '/sessions', search: { flight: session.flight } });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(session.id) });
      await queries.invalidateQueries();
    },
  });
  const words = text.session.erase;
  const name = sessionName(session);
  if (typed === undefined) {
    return (
      <Button className={styles.erase} size="compact-sm" variant="subtle" color="tomato" onClick={() => setTyped('')}>
        {words.begin}
      </Button>
    );
  }
  return (
    <form
      className={styles.erasure}
      onSubmit={(event) => {
        event.preventDefault();
        erase.mutate();
      }}
    >
      <p role="alert">{words.meaning}</p>
      <TextInput
        size="xs"
        autoFocus
        label={words.type(name)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <Refusal failure={erase.error} />
      <div className={styles.buttons}>
        <Button type="submit" size="compact-sm" color="tomato" disabled={typed.trim() !== name} loading={erase.isPending}>
          {words.now(name)}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setTyped(undefined)}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
