import { Button, NativeSelect, TextInput } from '@mantine/core';
import { KEY_ABILITIES, type KeyAbility } from '@sightline/protocol';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { text } from '../../text/text.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from '../../ui/form-page.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';

const ALL = 'all';
const NEVER = 'never';

/** Asks what a key is for, makes it, and shows it once. */
export function MakeKey() {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(applicationsQuery(api));
  const make = useMutation({
    mutationFn: ({ name, ability, application, days }: Record<'name' | 'ability' | 'application' | 'days', string>) =>
      api.makeApiKey({
        name,
        ability: ability as KeyAbility,
        ...(application === ALL ? {} : { applications: [application] }),
        ...(days === NEVER ? {} : { expiresInDays: Number(days) }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
  if (make.data) {
    return (
      <section className={styles.panel} aria-live="polite">
        <p>{text.keys.secret}</p>
        <div className={styles.shown}>
          <code>{make.data.secret}</code>
          <CopyButton value={make.data.secret} label={text.keys.copy} />
          <Button variant="subtle" size="compact-sm" onClick={() => make.reset()}>
            {text.keys.another}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={styles.panel}>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(formTexts(event.currentTarget, ['name', 'ability', 'application', 'days']));
        }}
      >
        <TextInput name="name" label={text.keys.name} required maxLength={100} pattern=".*\S.*" />
        <NativeSelect
          name="ability"
          label={text.keys.ability}
          data={KEY_ABILITIES.map((ability) => ({ value: ability, label: text.keys.abilities[ability] }))}
        />
        <NativeSelect
          name="application"
          label={text.keys.applications}
          data={[{ value: ALL, label: text.keys.all }, ...data.applications.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect
          name="days"
          label={text.keys.expires}
          defaultValue="365"
          data={Object.entries(text.keys.lifetimes).map(([value, label]) => ({ value, label }))}
        />
        <Button type="submit" loading={make.isPending}>
          {text.keys.make}
        </Button>
      </form>
      <Refusal failure={make.error} />
    </section>
  );
}
