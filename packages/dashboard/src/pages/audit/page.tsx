import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Refused } from '@sightline/client';
import type { AuditEntry } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/form-page.module.css';
import { DataTable, type Column } from '../../ui/table/data-table.tsx';
import { Pager } from '../../ui/table/pager.tsx';

const route = getRouteApi('/app/audit');
const SIZE = 100;
const title = text.audit.columns;

const COLUMNS: readonly Column<AuditEntry>[] = [
  { id: 'at', title: title.at, cell: ({ at }) => <Instant at={at} />, copied: ({ at }) => new Date(at).toISOString() },
  { id: 'account', title: title.account, cell: ({ account }) => account, copied: ({ account }) => account },
  { id: 'action', title: title.action, cell: ({ action }) => <code>{action}</code>, copied: ({ action }) => action },
  {
    id: 'subject',
    title: title.subject,
    cell: ({ subject }) => <span title={subject}>{subject}</span>,
    copied: ({ subject }) => subject,
    wide: true,
  },
  { id: 'key', title: title.key, cell: ({ key }) => key ?? '–', copied: ({ key }) => key ?? '' },
];

/** Who changed what, and saw and took which data, newest first. */
export function AuditPage() {
  const api = useApi();
  const { find = '', offset = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(find);
  const change = (next: { find?: string | undefined; offset?: number | undefined }) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...next }), replace: true });
  const search = useDebouncedCallback((value: string) => change({ find: value.trim() === '' ? undefined : value }), 250);
  const { data, error } = useQuery({
    queryKey: ['audit', find, offset],
    queryFn: ({ signal }) => api.audit({ offset, limit: SIZE, ...(find.trim() === '' ? {} : { search: find.trim() }) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
  if (error instanceof Refused && error.status === 403)
    return <EmptyState title={text.team.ownersOnly} meaning={text.team.ownersOnlyMeaning} />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.audit.title}</h1>
        <p className="quiet">{text.audit.meaning}</p>
      </header>
      <TextInput
        size="xs"
        w={260}
        type="search"
        maxLength={200}
        aria-label={text.audit.search}
        placeholder={text.audit.search}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          search(value);
        }}
      />
      {data?.total === 0 ? (
        find.trim() === '' ? (
          <EmptyState part title={text.audit.none} meaning={text.audit.noneMeaning} />
        ) : (
          <p className="quiet">{text.audit.noneMatch}</p>
        )
      ) : (
        <>
          <DataTable label={text.audit.title} columns={COLUMNS} rows={data?.entries} rowKey={({ id }) => id} failure={error} />
          <Pager
            offset={offset}
            size={SIZE}
            total={data?.total ?? 0}
            onOffset={(next) => change({ offset: next > 0 ? next : undefined })}
          />
        </>
      )}
    </div>
  );
}
