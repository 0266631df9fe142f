import { Button, Radio, Switch, TextInput } from '@mantine/core';
import type { Flight, StudySettings } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { studyQuery } from '../../data/studies.ts';
import { RefusedOrigin } from '../../origins/refused-origin.tsx';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { newStudy } from './new-study.ts';
import styles from './page.module.css';

const METHODS = ['none', 'block', 'latin', 'quota'] as const;

/** How the study is run: where it is, its conditions and how people come to them, and when somebody is done. */
export function StudySetup({ flight, settings }: { flight: Flight; settings: StudySettings | undefined }) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<StudySettings>(settings ?? newStudy(flight, window.location.origin));
  const saving = useMutation({
    mutationFn: () => api.saveStudy(flight.id, draft),
    onSuccess: async (study) => {
      queries.setQueryData(studyQuery(api, flight.id).queryKey, study);
      await queries.invalidateQueries({ queryKey: ['participants', flight.id] });
    },
  });
  const change = (part: Partial<StudySettings>) => setDraft({ ...draft, ...part });
  const words = text.study.setup;
  const field = (name: 'slug' | 'url' | 'participantParameter' | 'conditionParameter' | 'orderParameter') => ({
    size: 'xs' as const,
    label: words[name],
    required: true,
    value: draft[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value.trim() }),
  });
  const optional = (name: 'stepField' | 'completedEvent' | 'completionUrl' | 'completionCode') => ({
    size: 'xs' as const,
    label: words[name],
    value: draft[name] ?? '',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      change({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value }),
  });
  const isSame = settings !== undefined && JSON.stringify(settings) === JSON.stringify(draft);
  return (
    <form
      className={styles.setup}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <Part title={words.place} meaning={words.placeMeaning}>
        <TextInput {...field('url')} type="url" w={420} />
        <RefusedOrigin flight={flight} address={draft.url} />
        <TextInput
          {...field('slug')}
          w={420}
          pattern="[a-z0-9][a-z0-9\\-]+"
          description={words.slugMeaning(window.location.origin, draft.slug)}
        />
        <Switch
          size="sm"
          checked={draft.openToAll}
          label={words.openToAll}
          onChange={(event) => change({ openToAll: event.currentTarget.checked })}
        />
      </Part>
      <Part title={words.conditions} meaning={words.conditionsMeaning}>
        <ConditionFields
          conditions={draft.conditions}
          onChange={(conditions) => change({ conditions, blockSize: blockFor(draft, conditions.length) })}
        />
        <Radio.Group
          label={words.assignment}
          value={draft.assignment}
          onChange={(value) => change({ assignment: METHODS.find((each) => each === value) ?? 'none' })}
        >
          <div className={styles.choices}>
            {METHODS.map((method) => (
              <Radio key={method} size="xs" value={method} label={words.methods[method]} />
            ))}
          </div>
        </Radio.Group>
        {draft.assignment === 'block' ? (
          <TextInput
            size="xs"
            w={200}
            type="number"
            label={words.blockSize}
            min={Math.max(1, draft.conditions.length)}
            step={Math.max(1, draft.conditions.length)}
            max={200}
            value={String(draft.blockSize)}
            onChange={(event) => change({ blockSize: Number(event.currentTarget.value) })}
          />
        ) : null}
      </Part>
      <Part title={words.done} meaning={words.doneMeaning}>
        <TextInput {...optional('completedEvent')} w={300} placeholder="STUDY_COMPLETED" />
        <TextInput
          size="xs"
          w={300}
          type="number"
          min={1}
          label={words.droppedAfterMinutes}
          value={String(draft.droppedAfterMinutes)}
          onChange={(event) => change({ droppedAfterMinutes: Number(event.currentTarget.value) })}
        />
        <TextInput {...optional('completionUrl')} type="url" w={420} placeholder="https://app.prolific.com/submissions/complete?cc=…" />
        <TextInput {...optional('completionCode')} w={300} />
      </Part>
      <Part title={words.names} meaning={words.namesMeaning}>
        <TextInput {...field('participantParameter')} w={300} />
        <TextInput {...field('conditionParameter')} w={300} />
        <TextInput {...field('orderParameter')} w={300} />
        <TextInput {...optional('stepField')} w={300} placeholder="step" />
      </Part>
      <div className={styles.saving}>
        <Button type="submit" disabled={isSame} loading={saving.isPending}>
          {settings ? words.save : words.create}
        </Button>
        <Refusal failure={saving.error} />
        {saving.isSuccess && isSame ? (
          <span className="quiet" role="status">
            {words.saved}
          </span>
        ) : null}
      </div>
    </form>
  );
}

const Part = ({ title, meaning, children }: { title: string; meaning: string; children: React.ReactNode }) => (
  <section className={styles.setupPart}>
    <div>
      <h2>{title}</h2>
      <p className="quiet">{meaning}</p>
    </div>
    <div className={styles.fields}>{children}</div>
  </section>
);

/** Still a whole number of times each condition. */
const blockFor = ({ blockSize, conditions }: StudySettings, count: number) =>
  Math.max(1, count * Math.max(1, Math.round(blockSize / Math.max(1, conditions.length))));
