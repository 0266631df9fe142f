import { Button } from '@mantine/core';
import type { PersonMerge } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';

/** Who was merged into this person, each with the way back. */
export function Merges({ person, flight, merges }: { person: string; flight: string; merges: readonly PersonMerge[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (merge: string) => api.undoMerge(person, merge, flight),
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === 'person' || kind === 'people' || kind === 'visits' }),
  });
  return (
    <section className={styles.part} aria-labelledby="merged">
      <h2 id="merged">{text.person.merged}</h2>
      <Refusal failure={undo.error} />
      <ul className={styles.lines}>
        {merges.map(({ id, label, visitors, at, by }) => (
          <li key={id}>
            <span>{text.person.mergedLine(label, visitors)}</span>
            <span className="quiet">
              <Instant at={at} /> {text.person.mergedBy(by)}
            </span>
            <Button variant="default" size="compact-xs" loading={undo.isPending && undo.variables === id} onClick={() => undo.mutate(id)}>
              {text.person.undo}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
