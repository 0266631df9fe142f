import type { ApiKey } from '@sightline/protocol';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { applicationsQuery } from '../../data/applications.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import styles from '../../ui/form-page.module.css';
import { Refusal } from '../../ui/refusal.tsx';
import { DataTable, type Column } from '../../ui/table/data-table.tsx';
import { MakeKey } from './make-key.tsx';

const title = text.keys.columns;
const iso = (at: number | null) => (at === null ? '' : new Date(at).toISOString());
const when = (at: number | null) => (at === null ? <span className="quiet">{text.keys.never}</span> : <Instant at={at} />);

/** The keys there are, and the making of one more. */
export function KeysPage() {
  const api = useApi();
  const queries = useQueryClient();
  const { data: known } = useSuspenseQuery(applicationsQuery(api));
  const { data, error } = useQuery({ queryKey: ['keys'], queryFn: ({ signal }) => api.apiKeys(signal) });
  const revoke = useMutation({ mutationFn: api.revokeApiKey, onSuccess: (left) => queries.setQueryData(['keys'], left) });
  const of = ({ applications }: ApiKey) =>
    applications?.map((id) => known.applications.find((each) => each.id === id)?.name ?? id).join(', ') ?? text.keys.all;
  const columns = columnsOf({ of, revoke: (id) => revoke.mutate(id) });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.keys.title}</h1>
        <p className="quiet">{text.keys.meaning}</p>
      </header>
      <MakeKey />
      <Refusal failure={revoke.error ?? error} />
      {data?.keys.length === 0 ? (
        <p className="quiet">{text.keys.none}</p>
      ) : (
        <DataTable label={text.keys.title} columns={columns} rows={data?.keys} rowKey={({ id }) => id} skeletonRows={3} />
      )}
      <p className="quiet">
        <a href="/api/v1/openapi.json">{text.keys.docs}</a>
      </p>
    </div>
  );
}

const columnsOf = ({ of, revoke }: { of: (key: ApiKey) => string; revoke: (id: string) => void }): readonly Column<ApiKey>[] => [
  { id: 'name', title: title.name, px: 140, wide: true, cell: ({ name }) => name, copied: ({ name }) => name },
  { id: 'start', title: title.start, px: 108, cell: ({ start }) => <code>{start}…</code>, copied: ({ start }) => start },
  { id: 'may', title: title.may, px: 90, cell: ({ ability }) => text.keys.abilities[ability], copied: ({ ability }) => ability },
  { id: 'of', title: title.of, px: 140, cell: of, copied: of },
  { id: 'by', title: title.by, px: 110, cell: ({ createdBy }) => createdBy, copied: ({ createdBy }) => createdBy },
  { id: 'made', title: title.made, px: 112, cell: ({ createdAt }) => when(createdAt), copied: ({ createdAt }) => iso(createdAt) },
  { id: 'used', title: title.used, px: 112, cell: ({ lastUsedAt }) => when(lastUsedAt), copied: ({ lastUsedAt }) => iso(lastUsedAt) },
  { id: 'ends', title: title.ends, px: 128, cell: ({ expiresAt }) => when(expiresAt), copied: ({ expiresAt }) => iso(expiresAt) },
  {
    id: 'revoke',
    title: title.revoke,
    px: 96,
    cell: ({ id, name }) => (
      <ConfirmButton
        action={text.keys.revoke}
        label={text.keys.revokeOf(name)}
        meaning={text.keys.revokeMeaning}
        confirm={text.keys.revokeNow}
        onConfirm={() => revoke(id)}
      />
    ),
    copied: () => '',
  },
];
