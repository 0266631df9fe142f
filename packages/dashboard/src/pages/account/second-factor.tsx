import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { meQuery } from '../../data/me.ts';
import { text } from '../../text/text.ts';
import styles from '../../ui/form-page.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { Authenticator } from './authenticator.tsx';

const words = text.ownAccount;

/** Turning the second factor on, by password and a first code, and off, by password. */
export function SecondFactor({ on }: { on: boolean }) {
  const api = useApi();
  const queries = useQueryClient();
  const changed = () => queries.fetchQuery({ ...meQuery(api), staleTime: 0 });
  const start = useMutation({ mutationFn: api.startSecondFactor });
  const stop = useMutation({ mutationFn: api.stopSecondFactor, onSuccess: changed });
  return (
    <section className={styles.panel} aria-labelledby="second-factor">
      <h2 id="second-factor">{words.secondFactor}</h2>
      <p className="quiet">{words.secondFactorMeaning}</p>
      <p>{on ? words.isOn : words.isOff}</p>
      {start.data && !on ? (
        <Authenticator
          start={start.data}
          onDone={async () => {
            await changed();
            start.reset();
          }}
        />
      ) : (
        <form
          key={String(on)}
          className={styles.column}
          onSubmit={(event) => {
            event.preventDefault();
            (on ? stop : start).mutate(formTexts(event.currentTarget, ['password']).password);
          }}
        >
          <PasswordInput name="password" label={words.startPassword} autoComplete="current-password" required />
          <Refusal failure={on ? stop.error : start.error} />
          <Button type="submit" variant={on ? 'default' : 'filled'} loading={start.isPending || stop.isPending}>
            {on ? words.turnOff : words.start}
          </Button>
        </form>
      )}
    </section>
  );
}
