import { Button, Textarea, TextInput } from '@mantine/core';
import type { Flight, Participant, ParticipantChange, StudySettings } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { participantsQuery, studyQuery } from '../../data/studies.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { linkFor } from './link-for.ts';
import styles from './page.module.css';

/** One participant: their link, sessions and times, notes, and the decisions about them. */
export function ParticipantDetails({
  participant,
  flight,
  settings,
}: {
  participant: Participant;
  flight: Flight;
  settings: StudySettings;
}) {
  const api = useApi();
  const queries = useQueryClient();
  const { queryKey } = participantsQuery(api, flight.id);
  const refresh = () =>
    Promise.all([queries.invalidateQueries({ queryKey }), queries.invalidateQueries({ queryKey: studyQuery(api, flight.id).queryKey })]);
  const [notes, setNotes] = useState(participant.notes);
  const [deciding, setDeciding] = useState<'exclude' | 'withdraw'>();
  const [typed, setTyped] = useState('');
  const change = useMutation({
    mutationFn: (wanted: ParticipantChange) => api.changeParticipant(flight.id, participant.id, wanted),
    onSuccess: async () => {
      setDeciding(undefined);
      await refresh();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => api.withdrawParticipant(flight.id, participant.id, { code: typed }),
    onSuccess: async () => {
      setDeciding(undefined);
      await refresh();
    },
  });
  const words = text.study;
  const { code, state, source, externalId, recruiter, startedAt, completedAt, consentAt, sessions } = participant;
  const link = linkFor(window.location.origin, settings, code);
  const begin = (decision: 'exclude' | 'withdraw') => {
    setTyped('');
    setDeciding(decision);
  };
  return (
    <div className={styles.person}>
      <dl>
        {source === 'code' ? (
          <Fact name={words.link}>
            <code>{link}</code> <CopyButton value={link} label={words.copyLink} />
          </Fact>
        ) : null}
        {externalId === null ? null : (
          <Fact name={words.sources[source]}>
            <code>{[externalId, ...Object.entries(recruiter).map(([name, value]) => `${name} ${value}`)].join(', ')}</code>
          </Fact>
        )}
        {consentAt === null ? null : (
          <Fact name={words.consent}>
            <Instant at={consentAt} />
          </Fact>
        )}
        {startedAt === null ? null : (
          <Fact name={words.started}>
            <Instant at={startedAt} />
          </Fact>
        )}
        {completedAt === null ? null : (
          <Fact name={words.completed}>
            <Instant at={completedAt} />
          </Fact>
        )}
        {sessions.length === 0 ? null : (
          <Fact name={words.sessions}>
            <span className={styles.sessions}>
              {sessions.map((session) => (
                <Link key={session} to="/sessions/$id" params={{ id: session }} search={{}}>
                  {session.slice(0, 8)}
                </Link>
              ))}
            </span>
          </Fact>
        )}
      </dl>
      {state === 'withdrawn' ? null : (
        <form
          className={styles.notes}
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ notes });
          }}
        >
          <Textarea
            size="xs"
            label={words.notes}
            rows={2}
            maxLength={10_000}
            value={notes}
            onChange={(event) => setNotes(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-sm" variant="default" disabled={notes === participant.notes} loading={change.isPending}>
            {words.saveNotes}
          </Button>
        </form>
      )}
      <Refusal failure={change.error ?? withdraw.error} />
      {deciding === undefined ? (
        <div className={styles.actions}>
          {state === 'excluded' ? (
            <Button size="compact-sm" variant="default" onClick={() => change.mutate({ excluded: null })}>
              {words.include}
            </Button>
          ) : null}
          {state === 'excluded' || state === 'withdrawn' ? null : (
            <Button size="compact-sm" variant="default" onClick={() => begin('exclude')}>
              {words.exclude}
            </Button>
          )}
          {state === 'withdrawn' && sessions.length === 0 ? null : (
            <Button size="compact-sm" variant="subtle" color="tomato" onClick={() => begin('withdraw')}>
              {words.withdraw}
            </Button>
          )}
        </div>
      ) : (
        <form
          className={styles.decision}
          onSubmit={(event) => {
            event.preventDefault();
            if (deciding === 'exclude') change.mutate({ excluded: { reason: typed.trim() } });
            else withdraw.mutate();
          }}
        >
          <p role={deciding === 'withdraw' ? 'alert' : undefined}>
            {deciding === 'exclude' ? words.excludeMeaning : words.withdrawMeaning(code, sessions.length)}
          </p>
          <TextInput
            size="xs"
            w={320}
            autoFocus
            label={deciding === 'exclude' ? words.reason : words.typeCode(code)}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div className={styles.actions}>
            {deciding === 'exclude' ? (
              <Button type="submit" size="compact-sm" disabled={typed.trim() === ''} loading={change.isPending}>
                {words.excludeNow(code)}
              </Button>
            ) : (
              <Button type="submit" size="compact-sm" color="tomato" disabled={typed.trim() !== code} loading={withdraw.isPending}>
                {words.withdrawNow(code)}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDeciding(undefined)}>
              {text.cancel}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
