import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Visit } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { Instant } from '../../time/instant.tsx';
import { DataTable, type Column } from '../../ui/table/data-table.tsx';
import { Pager } from '../../ui/table/pager.tsx';
import styles from './page.module.css';
import { VisitorTime } from './visitor-time.tsx';

const route = getRouteApi('/app/people/$id');
const SIZE = 100;
const title = text.person.columns;

const COLUMNS: readonly Column<Visit>[] = [
  {
    id: 'server',
    title: title.server,
    cell: ({ serverAt }) => <Instant at={serverAt} />,
    copied: ({ serverAt }) => new Date(serverAt).toISOString(),
  },
  {
    id: 'local',
    title: title.local,
    cell: (visit) => <VisitorTime visit={visit} />,
    copied: ({ wallAt }) => new Date(wallAt).toISOString(),
  },
  {
    id: 'page',
    title: title.page,
    wide: true,
    cell: ({ title: name, url }) => (
      <span title={url}>
        {name || shortUrl(url)} {name ? <span className="quiet">{shortUrl(url)}</span> : null}
      </span>
    ),
    copied: ({ url }) => url,
  },
  {
    id: 'time',
    title: title.time,
    numeric: true,
    cell: ({ timeMs }) => <span title={text.person.timeMeaning}>{timeMs === null ? '–' : formatDuration(timeMs)}</span>,
    copied: ({ timeMs }) => (timeMs === null ? '' : timeMs / 1_000),
  },
  {
    id: 'session',
    title: title.session,
    cell: ({ session }) => (
      <Link to="/sessions/$id" params={{ id: session }} search={{}} className="mono">
        {session.slice(0, 8)}
      </Link>
    ),
    copied: ({ session }) => session,
  },
];

/** Every page view, newest first, over sessions and devices, on both clocks. */
export function History({ id, flight }: { id: string; flight: string }) {
  const api = useApi();
  const { page = '', offset = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(page);
  const find = useDebouncedCallback((value: string) => {
    void navigate({
      search: ({ page: _page, offset: _offset, ...rest }) => ({ ...rest, ...(value.trim() === '' ? {} : { page: value }) }),
      replace: true,
    });
  }, 250);
  const { data, error } = useQuery({
    queryKey: ['visits', id, flight, page, offset],
    queryFn: ({ signal }) =>
      api.visits(id, { flight, offset, limit: SIZE, ...(page.trim() === '' ? {} : { search: page.trim() }) }, signal),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
  const type = (value: string) => {
    setTyped(value);
    find(value);
  };
  return (
    <div className={styles.history}>
      <div className={styles.historyHead}>
        <h2>{text.person.history}</h2>
        <span className="quiet">{data ? text.number(data.total) : ''}</span>
        <TextInput
          size="xs"
          type="search"
          maxLength={200}
          aria-label={text.person.searchHistory}
          placeholder={text.person.searchHistory}
          leftSection={<IconSearch size={14} aria-hidden />}
          rightSection={typed ? <CloseButton size="xs" aria-label={text.clear} onClick={() => type('')} /> : null}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </div>
      {data?.total === 0 ? (
        <p className={`quiet ${styles.none}`}>{page.trim() === '' ? text.person.noHistory : text.person.noHistoryMatch}</p>
      ) : (
        <DataTable
          label={text.person.history}
          columns={COLUMNS}
          rows={data?.visits}
          rowKey={({ session, tab, at }, index) => `${session} ${tab} ${at} ${index}`}
          failure={error}
        />
      )}
      <Pager
        offset={offset}
        size={SIZE}
        total={data?.total ?? 0}
        onOffset={(next) =>
          void navigate({ search: ({ offset: _offset, ...rest }) => ({ ...rest, ...(next > 0 ? { offset: next } : {}) }), replace: true })
        }
      />
    </div>
  );
}
