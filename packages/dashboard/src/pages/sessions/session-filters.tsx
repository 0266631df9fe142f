import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useDebouncedCallback } from '@mantine/hooks';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { MinEvents } from './min-events.tsx';
import type { SessionFilter } from './session-filter.ts';
import styles from './session-filters.module.css';

/** What narrows the list: a search, live sessions only, a least number of events. */
export function SessionFilters({ filter, onChange }: { filter: SessionFilter; onChange: (change: Partial<SessionFilter>) => void }) {
  const [typed, setTyped] = useState('');
  const search = useDebouncedCallback((value: string) => onChange({ search: value }), 250);
  const isKept = Boolean(filter.search) && typed === '';
  const type = (value: string) => {
    setTyped(value);
    search(value);
  };
  // At Enter the words become a chip like every other filter; not as the box is left, where a chip would move the list from under the pointer.
  const keep = () => {
    if (typed.trim() === '') return;
    search.cancel();
    onChange({ search: typed });
    setTyped('');
  };
  return (
    <div className={styles.filters} role="search">
      {isKept ? (
        <Chip chosen onToggle={() => onChange({ search: undefined })}>
          {text.sessions.contains(filter.search ?? '')}
        </Chip>
      ) : null}
      <TextInput
        className={styles.search}
        size="xs"
        type="search"
        maxLength={200}
        aria-label={text.sessions.search}
        placeholder={text.sessions.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={typed ? <CloseButton size="xs" aria-label={text.clear} onClick={() => type('')} /> : null}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => (event.key === 'Enter' ? keep() : undefined)}
      />
      <Chip chosen={Boolean(filter.live)} onToggle={(live) => onChange({ live })}>
        {text.sessions.liveOnly}
      </Chip>
      <MinEvents min={filter.min} onChange={(min) => onChange({ min })} />
    </div>
  );
}
