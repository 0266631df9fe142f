import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api-context.ts';
import { exportsQuery } from '../../data/exports.ts';
import { text } from '../../text/text.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EXPORT_COLUMNS } from './export-columns.tsx';
import styles from './page.module.css';

/** What was exported, by whom, and what runs now. */
export function ExportHistory({ flight }: { flight: string }) {
  const { data, error } = useQuery(exportsQuery(useApi(), flight));
  const words = text.exports;
  return (
    <div className={styles.history}>
      <h2>{words.history}</h2>
      {data?.exports.length === 0 ? (
        <EmptyState part title={words.historyEmpty} meaning={words.historyMeaning} />
      ) : (
        <DataTable
          label={words.history}
          columns={EXPORT_COLUMNS}
          rows={data?.exports}
          rowKey={({ id }) => id}
          failure={error}
          skeletonRows={3}
        />
      )}
    </div>
  );
}
