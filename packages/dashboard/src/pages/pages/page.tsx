import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { PageRow, PageSort } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { sessionFilter } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { UntilRecorded } from '../../first-look/until-recorded.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BlockGrid } from '../../ui/table/block-grid.tsx';
import type { Column } from '../../ui/table/column.ts';
import { NoFlight } from '../sessions/no-flight.tsx';
import styles from '../people/page.module.css';
import { PAGE_SORTS } from './page-sorts.ts';
import type { PagesSearch } from './pages-search.ts';

const route = getRouteApi('/app/pages');
const words = text.pages;

const counted = (id: 'views' | 'sessions' | 'entries' | 'exits', from = 0): Column<PageRow> => ({
  id,
  title: words.columns[id],
  cell: (row) => text.number(row[id]),
  copied: (row) => row[id],
  numeric: true,
  from,
});

const COLUMNS: readonly Column<PageRow>[] = [
  {
    id: 'path',
    title: words.columns.path,
    px: 180,
    wide: true,
    cell: ({ path, title }) => (
      <span title={path}>
        {path} <span className="quiet">{title}</span>
      </span>
    ),
    copied: ({ path }) => path,
  },
  counted('views'),
  counted('sessions', 420),
  {
    id: 'medianTimeMs',
    title: words.columns.medianTimeMs,
    cell: ({ medianTimeMs }) => <span title={text.person.timeMeaning}>{medianTimeMs === null ? '–' : formatDuration(medianTimeMs)}</span>,
    copied: ({ medianTimeMs }) => (medianTimeMs === null ? '' : medianTimeMs / 1_000),
    numeric: true,
    px: 108,
    from: 640,
  },
  counted('entries', 640),
  counted('exits', 640),
  {
    id: 'bounceShare',
    title: words.columns.bounceShare,
    cell: ({ bounceShare, bounces, entries }) => (
      <span title={words.bounceMeaning(bounces, entries)}>{bounceShare === null ? '–' : words.share(bounceShare)}</span>
    ),
    copied: ({ bounceShare }) => bounceShare ?? '',
    numeric: true,
    from: 640,
  },
  {
    id: 'more',
    title: words.columns.more,
    cell: ({ path }) => (
      <Link to="/heatmaps" search={{ path }}>
        {words.heatmap}
      </Link>
    ),
    copied: () => '',
    px: 96,
    from: 560,
  },
];

/** The pages that were seen: how often, how long, and what began, ended and was over there. */
export function PagesPage() {
  const { flight, range } = useScope();
  const { filter, setFilter } = useFilter();
  const { find = '', sort = 'views', ascending = false } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const [typed, setTyped] = useState(find);
  const change = (next: { [Name in keyof PagesSearch]: PagesSearch[Name] | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const search = useDebouncedCallback((value: string) => change({ find: value.trim() === '' ? undefined : value }), 250);
  const [total, setTotal] = useState<number>();
  if (!flight) return <NoFlight />;
  const type = (value: string) => {
    setTyped(value);
    search(value);
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <span className="quiet" aria-live="polite">
          {total === undefined ? '' : text.number(total)}
        </span>
        <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
        <div className={styles.filters} role="search">
          <TextInput
            className={styles.search}
            size="xs"
            type="search"
            maxLength={200}
            aria-label={words.find}
            placeholder={words.find}
            leftSection={<IconSearch size={14} aria-hidden />}
            rightSection={typed ? <CloseButton size="xs" aria-label={text.clear} onClick={() => type('')} /> : null}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
          />
        </div>
      </header>
      <BlockGrid
        fill
        table="pages"
        label={words.title}
        columns={COLUMNS}
        rowKey={({ path }) => path}
        linkOf={({ path }) => ({ to: '/sessions', search: { page: path } })}
        sort={{
          by: PAGE_SORTS,
          now: { id: sort, descending: !ascending },
          onSort: (id) => change({ sort: id as PageSort, ascending: sort === id ? !ascending || undefined : id === 'path' || undefined }),
        }}
        queryKey={['pages', flight.id, range, filter, find, sort, ascending]}
        everyMs={10_000}
        onTotal={setTotal}
        ask={async (asked, signal) => {
          const page = await api.pages(
            {
              ...sessionFilter(filter, { flight: flight.id, range, now: Date.now() }),
              ...(find.trim() === '' ? {} : { find: find.trim() }),
              sort,
              descending: !ascending,
              ...asked,
            },
            signal,
          );
          return { rows: page.pages, total: page.total };
        }}
        empty={
          find.trim() === '' ? (
            <UntilRecorded flight={flight} title={words.fresh} meaning={words.freshMeaning}>
              <EmptyState part title={words.none} meaning={words.noneMeaning} />
            </UntilRecorded>
          ) : (
            <p className="quiet">{words.noneMatch}</p>
          )
        }
      />
    </div>
  );
}
