import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DerivedRule } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';

const words = text.rules;
const SAMPLE = 10;

/** A rule: what it listens to, how far it was applied, what it yielded and what it could not. */
export function RulePanel({ rule: { id, flight, version, rule, createdBy, progress } }: { rule: DerivedRule }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['rules', flight] });
  const apply = useMutation({ mutationFn: () => api.applyRule(id), onSuccess: refresh });
  const remove = useMutation({ mutationFn: () => api.deleteRule(id), onSuccess: refresh });
  const { data } = useQuery({
    queryKey: ['rules', flight, id, version, progress.events],
    queryFn: ({ signal }) => api.derivedEvents(id, { flight, limit: SAMPLE }, signal),
    enabled: progress.events > 0,
  });
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
          <Button size="xs" variant="default" loading={progress.state === 'running' || apply.isPending} onClick={() => apply.mutate()}>
            {words.apply}
          </Button>
          <Button size="xs" variant="subtle" color="tomato" aria-label={words.remove(rule.name)} onClick={() => remove.mutate()}>
            {words.removeWords}
          </Button>
        </div>
      </header>
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
      {data && data.events.length > 0 ? (
        <div className={styles.table} role="group" aria-label={words.sample} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.columns.at}</th>
                <th scope="col">{words.columns.session}</th>
                <th scope="col">{words.columns.url}</th>
                <th scope="col">{words.columns.metadata}</th>
              </tr>
            </thead>
            <tbody>
              {data.events.map((event) => (
                <tr key={`${event.session} ${event.ordinal}`}>
                  <td>
                    <Instant at={event.at} />
                  </td>
                  <td>
                    <Link to="/sessions/$id" params={{ id: event.session }}>
                      {event.session.slice(0, 8)}
                    </Link>
                  </td>
                  <td>{shortUrl(event.url)}</td>
                  <td>{event.metadata.map(({ name, value, problem }) => `${name}: ${problem ?? String(value)}`).join(', ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </article>
  );
}
