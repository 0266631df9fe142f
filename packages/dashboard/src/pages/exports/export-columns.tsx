import type { ExportJob } from '@sightline/protocol';
import { EXPORT_TABLES } from '@sightline/protocol';
import { FILTER_LISTS } from '../../filter/filter.ts';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { text } from '../../text/text.ts';
import { useNow } from '../../time/use-now.ts';
import { Instant } from '../../time/instant.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExportActions } from './export-actions.tsx';
import { ExportProgress } from './export-progress.tsx';
import { hasTables } from './export-search.ts';
import styles from './page.module.css';

const words = text.exports;
const title = words.columns;

/** What an export holds, in a line. */
const chosenOf = ({ format, tables, filter, session }: ExportJob, instant: (at: number) => string): string => {
  const moment = (at: number | undefined) => (at === undefined ? undefined : instant(at));
  const chips = FILTER_LISTS.flatMap((list) => (filter[list] ?? []).map((member) => text.filter.chip(list, member)));
  return [
    ...(hasTables(format) ? [words.tablesChosen(tables.length, EXPORT_TABLES.length)] : []),
    ...(session === null ? [] : [session]),
    filter.from === undefined && filter.to === undefined ? words.allTime : words.between(moment(filter.from), moment(filter.to)),
    ...chips,
  ].join(' · ');
};

function Chosen({ job }: { job: ExportJob }) {
  const { instants } = usePreferences();
  const now = useNow(60_000);
  return <span className="quiet">{chosenOf(job, (at) => instants.short(at, now))}</span>;
}

/** The history's columns. */
export const EXPORT_COLUMNS: readonly Column<ExportJob>[] = [
  {
    id: 'file',
    title: title.file,
    cell: (job) => (
      <span className={styles.what}>
        <strong>{words.formats[job.format].name}</strong>
        <Chosen job={job} />
      </span>
    ),
    copied: (job) => `${words.formats[job.format].name}: ${chosenOf(job, (at) => new Date(at).toISOString())}`,
    px: 220,
    wide: true,
  },
  { id: 'state', title: title.state, cell: (job) => <ExportProgress job={job} />, copied: ({ state }) => words.states[state], px: 200 },
  {
    id: 'created',
    title: title.created,
    cell: ({ createdAt }) => <Instant at={createdAt} />,
    copied: ({ createdAt }) => new Date(createdAt).toISOString(),
    px: 108,
  },
  { id: 'by', title: title.by, cell: ({ createdBy }) => createdBy, copied: ({ createdBy }) => createdBy, px: 110 },
  {
    id: 'rows',
    title: title.rows,
    cell: ({ rows, state }) => (state === 'finished' || state === 'expired' ? text.number(rows) : ''),
    copied: ({ rows }) => rows,
    numeric: true,
  },
  {
    id: 'size',
    title: title.size,
    cell: ({ bytes, state }) => (state === 'finished' || state === 'expired' ? words.bytes(bytes) : ''),
    copied: ({ bytes }) => bytes,
    numeric: true,
  },
  {
    id: 'sha256',
    title: title.sha256,
    cell: ({ sha256 }) =>
      sha256 === null ? (
        ''
      ) : (
        <span className={styles.sha} title={sha256}>
          <span className="mono">{sha256.slice(0, 8)}…</span>
          <CopyButton label={words.copySha} value={sha256} sign />
        </span>
      ),
    copied: ({ sha256 }) => sha256 ?? '',
  },
  { id: 'actions', title: title.actions, cell: (job) => <ExportActions job={job} />, copied: () => '', px: 170 },
];
