import { Button, Textarea } from '@mantine/core';
import type { ConsentText, Flight } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { studyQuery } from '../../data/studies.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';

/** What participants agree to, version by version; a new one is asked of everybody who comes from then on. */
export function ConsentTexts({ flight, consents }: { flight: Flight; consents: readonly ConsentText[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const [newest] = consents;
  const [typed, setTyped] = useState(newest?.text ?? '');
  const writing = useMutation({
    mutationFn: () => api.writeConsent(flight.id, { text: typed }),
    onSuccess: (study) => queries.setQueryData(studyQuery(api, flight.id).queryKey, study),
  });
  const words = text.study.consents;
  return (
    <div className={styles.consents}>
      <form
        className={styles.notes}
        onSubmit={(event) => {
          event.preventDefault();
          writing.mutate();
        }}
      >
        <Textarea
          label={words.text}
          description={words.meaning}
          rows={14}
          maxLength={20_000}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Refusal failure={writing.error} />
        <Button type="submit" disabled={typed.trim() === (newest?.text ?? '')} loading={writing.isPending}>
          {words.save((newest?.version ?? 0) + 1)}
        </Button>
      </form>
      {consents.length > 0 ? (
        <section>
          <h2>{words.versions}</h2>
          <ol className={styles.versions}>
            {consents.map(({ version, text: said, createdAt, createdBy }) => (
              <li key={version}>
                <strong>{words.version(version)}</strong>{' '}
                <span className="quiet">
                  {createdBy ?? ''} <Instant at={createdAt} />
                </span>
                <p className={styles.said}>{said === '' ? words.none : said}</p>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
