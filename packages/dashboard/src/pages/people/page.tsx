import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { PeopleSort } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { boundsOf } from '../../scope/time-range.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { BlockGrid } from '../../ui/table/block-grid.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { NoPeople } from './no-people.tsx';
import styles from './page.module.css';
import { DEFAULT_PEOPLE_SORT, PEOPLE_SORTS, readPeopleSearch, type PeopleSearch } from './people-search.ts';
import { PERSON_COLUMNS } from './person-columns.tsx';

const route = getRouteApi('/app/people');

/** Everybody with an identity, or every visitor without one, by their last access. */
export function PeoplePage() {
  const { flight, range } = useScope();
  const api = useApi();
  const { search = '', unknown = false, sort = DEFAULT_PEOPLE_SORT, ascending = false } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search);
  const change = (next: Record<keyof PeopleSearch, unknown> | Partial<PeopleSearch>) =>
    void navigate({
      search: ({ search: _search, unknown: _unknown, sort: _sort, ascending: _ascending, ...scope }) => ({
        ...scope,
        ...readPeopleSearch({ search, unknown, sort, ascending, ...next }),
      }),
      replace: true,
    });
  const find = useDebouncedCallback((value: string) => change({ search: value }), 250);
  const [total, setTotal] = useState<number>();
  if (!flight) return <NoFlight />;
  const type = (value: string) => {
    setTyped(value);
    find(value);
  };
  const onSort = (id: string) => change({ sort: id as PeopleSort, ascending: sort === id ? !ascending : id === 'label' });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.people.title}</h1>
        <span className="quiet" aria-live="polite">
          {total === undefined ? '' : text.number(total)}
        </span>
        <div className={styles.filters} role="search">
          <TextInput
            className={styles.search}
            size="xs"
            type="search"
            maxLength={200}
            aria-label={text.people.search}
            placeholder={text.people.search}
            leftSection={<IconSearch size={14} aria-hidden />}
            rightSection={typed ? <CloseButton size="xs" aria-label={text.clear} onClick={() => type('')} /> : null}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <Chip chosen={unknown} onToggle={(wanted) => change({ unknown: wanted })}>
            {text.people.unknown}
          </Chip>
        </div>
      </header>
      <BlockGrid
        fill
        table="people"
        label={text.people.title}
        columns={PERSON_COLUMNS}
        rowKey={({ id }) => id}
        linkOf={({ id }) => ({ to: '/people/$id', params: { id }, search: {} })}
        sort={{ by: PEOPLE_SORTS, now: { id: sort, descending: !ascending }, onSort }}
        queryKey={['people', flight.id, range, search, unknown, sort, ascending]}
        everyMs={5_000}
        onTotal={setTotal}
        ask={async (asked, signal) => {
          const page = await api.people(
            {
              flight: flight.id,
              ...boundsOf(range, Date.now()),
              known: !unknown,
              ...(search.trim() === '' ? {} : { search: search.trim() }),
              sort,
              descending: !ascending,
              ...asked,
            },
            signal,
          );
          return { rows: page.people, total: page.total };
        }}
        empty={
          <NoPeople unknown={unknown} searching={search.trim() !== ''} onOther={() => change({ unknown: !unknown, search: undefined })} />
        }
      />
    </div>
  );
}
