import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Visit } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { shortUrl } from '../../session/short-url.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../../time/format-duration.ts';
import { Instant } from '../../time/instant.tsx';
import { BlockGrid } from '../../ui/table/block-grid.tsx';
import type { Column } from '../../ui/table/column.ts';
import styles from './page.module.css';
import { VisitorTime } from './visitor-time.tsx';

const route = getRouteApi('/app/people/$id');
const title = text.person.columns;

const COLUMNS: readonly Column<Visit>[] = [
  {
    id: 'server',
    title: title.server,
    px: 108,
    cell: ({ serverAt }) => <Instant at={serverAt} />,
    copied: ({ serverAt }) => new Date(serverAt).toISOString(),
  },
  {
    id: 'local',
    title: title.local,
    px: 150,
    from: 560,
    cell: (visit) => <VisitorTime visit={visit} />,
    copied: ({ wallAt }) => new Date(wallAt).toISOString(),
  },
  {
    id: 'page',
    title: title.page,
    px: 140,
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
    px: 96,
    from: 480,
  },
];

/** Every page view, newest first, over sessions and devices, on both clocks. */
export function History({ id, flight }: { id: string; flight: string }) {
  const api = useApi();
  const { page = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(page);
  const find = useDebouncedCallback((value: string) => {
    void navigate({
      search: ({ page: _page, ...rest }) => ({ ...rest, ...(value.trim() === '' ? {} : { page: value }) }),
      replace: true,
    });
  }, 250);
  const [total, setTotal] = useState<number>();
  const type = (value: string) => {
    setTyped(value);
    find(value);
  };
  return (
    <div className={styles.history}>
      <div className={styles.historyHead}>
        <h2>{text.person.history}</h2>
        <span className="quiet">{total === undefined ? '' : text.number(total)}</span>
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
      <BlockGrid
        table="history"
        label={text.person.history}
        columns={COLUMNS}
        rowKey={({ session, tab, at }, index) => `${session} ${tab} ${at} ${index}`}
        queryKey={['visits', id, flight, page]}
        everyMs={5_000}
        onTotal={setTotal}
        ask={async (asked, signal) => {
          const { visits, total: of } = await api.visits(
            id,
            { flight, ...asked, ...(page.trim() === '' ? {} : { search: page.trim() }) },
            signal,
          );
          return { rows: visits, total: of };
        }}
        empty={<p className={`quiet ${styles.none}`}>{page.trim() === '' ? text.person.noHistory : text.person.noHistoryMatch}</p>}
      />
    </div>
  );
}
