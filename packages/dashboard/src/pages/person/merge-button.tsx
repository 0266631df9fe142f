import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { PersonRow } from '@sightline/protocol';
import { IconArrowMerge } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { personName } from '../people/person-columns.tsx';
import styles from './page.module.css';

/** Finds the other person who is this one, and merges them. */
export function MergeButton({ person, flight }: { person: PersonRow; flight: string }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['people', flight, 'merge', search],
    queryFn: ({ signal }) => api.people({ flight, limit: 9, sort: 'lastAt', ...(search === '' ? {} : { search }) }, signal),
    enabled: open,
  });
  const merge = useMutation({
    mutationFn: (other: string) => api.mergePeople(person.id, other, flight),
    onSuccess: async () => {
      setOpen(false);
      await queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind === 'person' || kind === 'people' || kind === 'visits' });
    },
  });
  const others = data?.people.filter(({ id }) => id !== person.id) ?? [];
  const name = personName(person);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        h={28}
        leftSection={<IconArrowMerge size={14} aria-hidden />}
        onClick={() => {
          merge.reset();
          setTyped('');
          setOpen(true);
        }}
      >
        {text.person.merge}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={text.person.mergeTitle(name)}
        closeButtonProps={{ 'aria-label': text.cancel }}
      >
        <div className={styles.merge}>
          <p className="quiet">{text.person.mergeMeaning}</p>
          <TextInput
            type="search"
            data-autofocus
            aria-label={text.person.mergeSearch}
            placeholder={text.person.mergeSearch}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Refusal failure={merge.error} />
          {data && others.length === 0 ? <p className="quiet">{text.person.mergeNone}</p> : null}
          <ul className={styles.candidates}>
            {others.map((other) => (
              <li key={other.id}>
                <button type="button" disabled={merge.isPending} onClick={() => merge.mutate(other.id)}>
                  <span>{text.person.mergeNow(personName(other))}</span>
                  <span className="quiet">
                    {text.person.sessions(other.sessions)} · <Instant at={other.lastAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </Modal>
    </>
  );
}
