import { Button } from '@mantine/core';
import type { NewExport } from '@sightline/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useApi } from '../../api-context.ts';
import { exportEstimateQuery, exportsQuery } from '../../data/exports.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { sessionFilter } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { usePreferences } from '../../preferences/preferences-context.tsx';
import { rangeLabel } from '../../scope/range-label.ts';
import { isOpen, type TimeRange } from '../../scope/time-range.ts';
import { text } from '../../text/text.ts';
import { zoneName } from '../../time/zone-name.ts';
import { useNow } from '../../time/use-now.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { DEFAULT_FORMAT, hasTables, type ExportSearch } from './export-search.ts';
import { FormatChoice } from './format-choice.tsx';
import styles from './export-form.module.css';
import { readTables, writeTables } from './table-names.ts';
import { TableChoice } from './table-choice.tsx';

const route = getRouteApi('/app/exports');
const words = text.exports;

/** What is to be taken away; the URL carries it, so that a link means the same export. */
export function ExportForm({ flight, range }: { flight: string; range: TimeRange }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { filter, setFilter } = useFilter();
  const { preferences } = usePreferences();
  const now = useNow(60_000);
  const format = search.format ?? DEFAULT_FORMAT;
  const tables = readTables(search.tables);
  const change = (next: Partial<ExportSearch>) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const asked = useMemo<NewExport>(
    () => ({ format, ...(hasTables(format) && { tables: readTables(search.tables) }), ...sessionFilter(filter, { flight, range, now }) }),
    [format, search.tables, filter, flight, range, now],
  );
  const isComplete = !hasTables(format) || tables.length > 0;
  const { data: estimate, error, isPlaceholderData } = useQuery({ ...exportEstimateQuery(api, asked), enabled: isComplete });
  const start = useMutation({
    mutationFn: () => api.startExport(asked),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: exportsQuery(api, flight).queryKey }),
  });
  const isNothing = estimate?.sessions === 0;
  return (
    <section className={styles.form} aria-label={words.title}>
      <FormatChoice format={format} onChoose={(next) => change({ format: next === DEFAULT_FORMAT ? undefined : next })} />
      {hasTables(format) ? <TableChoice chosen={tables} onChoose={(next) => change({ tables: writeTables(next) })} /> : null}
      <div className={styles.sessions}>
        <h2 className={styles.label}>{words.sessions}</h2>
        <FilterBar flight={flight} filter={filter} onChange={setFilter} />
        <p className="quiet">
          {isOpen(range)
            ? words.range(rangeLabel(range))
            : words.rangeBetween(rangeLabel(range, preferences), zoneName(preferences.timeZone))}
        </p>
      </div>
      <div className={styles.foot}>
        <div>
          <p className={styles.estimate} aria-live="polite" data-stale={isPlaceholderData}>
            {said()}
          </p>
          <p className="quiet">{format === 'logui' || format === 'bids' ? words.besideOther : words.beside}</p>
          <Refusal failure={start.error} />
        </div>
        <Button onClick={() => start.mutate()} loading={start.isPending} disabled={!isComplete || isNothing}>
          {words.start}
        </Button>
      </div>
    </section>
  );

  function said(): string {
    if (!isComplete) return words.noTables;
    if (error) return error.message;
    if (estimate === undefined) return words.estimating;
    return isNothing ? words.nothing : words.estimate(estimate.sessions, estimate.events, estimate.bytes, estimate.basis);
  }
}
