import { Button } from '@mantine/core';
import { DERIVED } from '@sightline/metrics';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DerivedRule, Rule } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { writeFilter } from '../../filter/filter.ts';
import { text } from '../../text/text.ts';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { DerivedSample } from './derived-sample.tsx';
import styles from './page.module.css';
import { RuleForm } from './rule-form.tsx';

const words = text.rules;

/** A rule: what it listens to, how far it was applied, what it yielded and what it could not. */
export function RulePanel({ rule: kept }: { rule: DerivedRule }) {
  const { id, flight, version, rule, createdBy, progress } = kept;
  const api = useApi();
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['rules', flight] });
  const apply = useMutation({ mutationFn: () => api.applyRule(id), onSuccess: refresh });
  const remove = useMutation({ mutationFn: () => api.deleteRule(id), onSuccess: refresh });
  const change = useMutation({
    mutationFn: (next: Rule) => api.changeRule(id, next),
    onSuccess: async () => {
      setEditing(false);
      await refresh();
    },
  });
  const name = `${DERIVED}${rule.name}`;
  return (
    <article className={styles.rule} aria-labelledby={`rule-${id}`}>
      <header className={styles.head}>
        <div>
          <h2 id={`rule-${id}`}>{rule.name}</h2>
          <p className="quiet">
            <code>{words.from(rule.event, rule.selector)}</code> {words.version(version, createdBy)}
          </p>
        </div>
        <div className={styles.actions}>
          <Button
            size="compact-sm"
            variant="default"
            loading={progress.state === 'running' || apply.isPending}
            onClick={() => apply.mutate()}
          >
            {words.apply}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.change(rule.name)}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {words.changeWords}
          </Button>
          <ConfirmButton
            action={words.removeWords}
            label={words.remove(rule.name)}
            meaning={words.removeMeaning}
            confirm={words.removeWords}
            busy={remove.isPending}
            onConfirm={() => remove.mutate()}
          />
        </div>
      </header>
      {editing ? (
        <RuleForm
          label={words.change(rule.name)}
          rule={rule}
          action={words.saveChange}
          busy={change.isPending}
          failure={change.error}
          onSave={(next) => change.mutate(next)}
          onCancel={() => setEditing(false)}
        />
      ) : null}
      <progress
        className={styles.progress}
        value={progress.sessions}
        max={Math.max(1, progress.of)}
        aria-label={words.states[progress.state]}
      />
      <p className={styles.facts} aria-live="polite">
        <strong>{words.events(progress.events)}</strong>
        <span>{words.done(progress.sessions, progress.of)}</span>
        <span>{words.recordings(progress.withRecording)}</span>
        {progress.undecided > 0 ? <span title={words.undecidedMeaning}>{words.undecided(progress.undecided)}</span> : null}
      </p>
      {progress.problems.length > 0 ? (
        <ul className={styles.problems}>
          {progress.problems.map(({ problem, sessions }) => (
            <li key={problem}>{words.problem(problem, sessions)}</li>
          ))}
        </ul>
      ) : null}
      {progress.failure === undefined ? null : <p role="alert">{words.failed(progress.failure)}</p>}
      <Refusal failure={apply.error ?? remove.error} />
      {progress.events > 0 ? (
        <p className={styles.facts}>
          <Link to="/sessions" search={writeFilter({ did: [name] })}>
            {words.showSessions}
          </Link>
          <Link to="/measures" search={{ metric: 'derived_events', amount: 'events' }}>
            {words.showMeasure}
          </Link>
          <span className="quiet">{words.elsewhere(name)}</span>
        </p>
      ) : null}
      <DerivedSample rule={kept} />
    </article>
  );
}
