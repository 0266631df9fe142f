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
  const [typed, setTyped] = useState(filter.search ?? '');
  const search = useDebouncedCallback((value: string) => onChange({ search: value }), 250);
  const type = (value: string) => {
    setTyped(value);
    search(value);
  };
  return (
    <div className={styles.filters} role="search">
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
      />
      <Chip chosen={Boolean(filter.live)} onToggle={(live) => onChange({ live })}>
        {text.sessions.liveOnly}
      </Chip>
      <MinEvents min={filter.min} onChange={(min) => onChange({ min })} />
    </div>
  );
}
