import { CloseButton, Menu, TextInput } from '@mantine/core';
import type { StoredEvent } from '@sightline/protocol';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import type { Reading } from '../data/growing.ts';
import { useGrowing } from '../data/use-growing.ts';
import { text } from '../text/text.ts';
import { Chip } from '../ui/chip.tsx';
import type { EventFilter } from './event-filter.ts';
import styles from './event-filters.module.css';
import { KINDS, kindOf, type EventKind } from './event-kind.ts';
import { KindSign } from './kind-sign.tsx';

/** What narrows the list of events: a search, one kind, one name. */
export function EventFilters({ events, expected, shown, filter, onChange }: EventFiltersProps) {
  const { names, kinds } = useGrowing(events, countEvents);
  return (
    <div className={styles.filters} role="search">
      <h2>{text.events.title}</h2>
      <span className={`quiet ${styles.count}`} aria-live="polite">
        {expected === undefined ? text.events.count(shown, events.length) : text.events.reading(events.length, expected)}
      </span>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <Chip key={kind} chosen={filter.kind === kind} onToggle={(chosen) => onChange({ kind: chosen ? kind : undefined })}>
            <KindSign kind={kind} /> {text.kinds[kind]}
          </Chip>
        ))}
      </div>
      {filter.name === undefined ? (
        <Menu position="bottom-start" width={240}>
          <Menu.Target>
            <button type="button" className={styles.name}>
              {text.events.name} <IconChevronDown size={14} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
            {names.map(([name, count]) => (
              <Menu.Item key={name} onClick={() => onChange({ name })} rightSection={<span className="quiet">{text.number(count)}</span>}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Chip chosen onToggle={() => onChange({ name: undefined })}>
          {filter.name}
        </Chip>
      )}
      <TextInput
        className={styles.search}
        size="xs"
        type="search"
        aria-label={text.events.search}
        placeholder={text.events.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={filter.find ? <CloseButton size="xs" aria-label={text.clear} onClick={() => onChange({ find: undefined })} /> : null}
        value={filter.find ?? ''}
        onChange={(event) => onChange({ find: event.currentTarget.value })}
      />
    </div>
  );
}

export interface EventFiltersProps {
  events: readonly StoredEvent[];
  /** How many there will be, while they are still being read. */
  expected: number | undefined;
  /** How many are left over; undefined while that is being found out. */
  shown: number | undefined;
  filter: EventFilter;
  onChange: (change: { [Name in keyof EventFilter]?: EventFilter[Name] | undefined }) => void;
}

/** Which kinds and names there are, the most frequent name first. */
function countEvents(): Reading<StoredEvent, { names: [name: string, count: number][]; kinds: readonly EventKind[] }> {
  const counts = new Map<string, number>();
  const seen = new Set<EventKind>();
  return {
    see(event) {
      counts.set(event.name, (counts.get(event.name) ?? 0) + 1);
      seen.add(kindOf(event));
    },
    result: () => ({ names: [...counts].sort(([, a], [, b]) => b - a), kinds: KINDS.filter((kind) => seen.has(kind)) }),
  };
}
