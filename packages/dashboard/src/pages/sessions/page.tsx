import type { SessionSort } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { readScope } from '../../scope/scope.ts';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { ColumnChoice } from './columns/column-choice.tsx';
import { readColumns, writeColumns } from './columns/read-columns.ts';
import { NoFlight } from './no-flight.tsx';
import styles from './page.module.css';
import { isFiltered, DEFAULT_SORT, readSessionFilter, type SessionFilter } from './session-filter.ts';
import { SessionFilters } from './session-filters.tsx';
import { SessionTable } from './session-table.tsx';
import { NoSessions } from './no-sessions.tsx';
import { readSessionsSearch, viewSearch } from './views/view-search.ts';
import { ViewsMenu } from './views/views-menu.tsx';

const route = getRouteApi('/app/sessions');

/** The sessions of the chosen flight and time range. */
export function SessionsPage() {
  const { application, flight, range } = useScope();
  const { filter: narrowed, setFilter } = useFilter();
  const address = route.useSearch();
  const filter: SessionFilter = { ...readSessionFilter(address), ...narrowed };
  const columns = useMemo(() => readColumns(address.columns), [address.columns]);
  const navigate = route.useNavigate();
  const [total, setTotal] = useState<number>();
  const change = (next: Partial<SessionFilter>) =>
    void navigate({
      search: ({ search, live, min, sort, ascending, ...scope }) => ({
        ...scope,
        ...clean({ search, live, min, sort, ascending, ...next }),
      }),
      replace: true,
    });
  const onSort = (sort: SessionSort) => {
    const again = (filter.sort ?? DEFAULT_SORT) === sort;
    change({ sort, ascending: again ? !filter.ascending : false });
  };
  if (!flight) return <NoFlight />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{text.sessions.title}</h1>
        <span className="quiet" aria-live="polite">
          {total === undefined ? '' : text.sessions.count(total)}
        </span>
        {total === 0 && !isFiltered(filter) ? null : (
          <>
            <FilterBar flight={flight.id} filter={narrowed} onChange={setFilter} hasAll />
            <SessionFilters filter={filter} onChange={change} />
            <div className={styles.views}>
              {application ? (
                <ViewsMenu
                  key={application.id}
                  application={application.id}
                  shown={viewSearch(address)}
                  onOpen={(view) => void navigate({ search: (before) => ({ ...readScope(before), ...readSessionsSearch(view) }) })}
                />
              ) : null}
              <ColumnChoice
                columns={columns}
                onChange={(next) => void navigate({ search: (before) => ({ ...before, columns: writeColumns(next) }), replace: true })}
              />
            </div>
          </>
        )}
      </header>
      <SessionTable
        flight={flight.id}
        range={range}
        filter={filter}
        columns={columns}
        onSort={onSort}
        onCount={setTotal}
        empty={
          <NoSessions
            flight={flight}
            filtered={isFiltered(filter)}
            onClear={() =>
              void navigate({ search: ({ sort, ascending, columns: shown }) => ({ sort, ascending, columns: shown }), replace: true })
            }
          />
        }
      />
    </div>
  );
}

/** The filter as the URL should carry it: read back once, so that defaults and empties leave no trace. */
const clean = (filter: { [Name in keyof SessionFilter]: SessionFilter[Name] | undefined }) => readSessionFilter({ ...filter });
