import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { AuditEntry } from '@sightline/protocol';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from '../../ui/form-page.module.css';
import { BlockGrid } from '../../ui/table/block-grid.tsx';
import type { Column } from '../../ui/table/column.ts';

const route = getRouteApi('/app/audit');
const title = text.audit.columns;

const COLUMNS: readonly Column<AuditEntry>[] = [
  { id: 'at', title: title.at, cell: ({ at }) => <Instant at={at} />, copied: ({ at }) => new Date(at).toISOString() },
  { id: 'account', title: title.account, cell: ({ account }) => account, copied: ({ account }) => account, px: 240 },
  { id: 'action', title: title.action, cell: ({ action }) => <code>{action}</code>, copied: ({ action }) => action, px: 220 },
  {
    id: 'subject',
    title: title.subject,
    cell: ({ subject }) => <span title={subject}>{subject}</span>,
    copied: ({ subject }) => subject,
    wide: true,
  },
  { id: 'key', title: title.key, cell: ({ key }) => key ?? '–', copied: ({ key }) => key ?? '', from: 760 },
];

/** Who changed what, and saw and took which data, newest first. */
export function AuditPage() {
  const api = useApi();
  const { find = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(find);
  const search = useDebouncedCallback(
    (value: string) =>
      void navigate({ search: ({ find: _find, ...rest }) => (value.trim() === '' ? rest : { ...rest, find: value }), replace: true }),
    250,
  );
  return (
    <div className={`${styles.page} ${styles.full}`}>
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
      <BlockGrid
        fill
        table="audit"
        label={text.audit.title}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        queryKey={['audit', find]}
        everyMs={10_000}
        ask={async (asked, signal) => {
          const { entries, total } = await api.audit({ ...asked, ...(find.trim() === '' ? {} : { search: find.trim() }) }, signal);
          return { rows: entries, total };
        }}
        refused={<EmptyState title={text.team.ownersOnly} meaning={text.team.ownersOnlyMeaning} />}
        empty={
          find.trim() === '' ? (
            <EmptyState part title={text.audit.none} meaning={text.audit.noneMeaning} />
          ) : (
            <p className="quiet">{text.audit.noneMatch}</p>
          )
        }
      />
    </div>
  );
}
