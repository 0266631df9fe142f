import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useApi } from '../../api-context.ts';
import { heatPagesQuery } from '../../data/heat.ts';
import { isFiltered } from '../../filter/filter.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import { useFilter } from '../../filter/use-filter.ts';
import { FirstLook } from '../../first-look/first-look.tsx';
import { useScope } from '../../scope/use-scope.ts';
import { text } from '../../text/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NoFlight } from '../sessions/no-flight.tsx';
import { Maps } from './maps.tsx';
import styles from './page.module.css';
import { PagePicker } from './page-picker.tsx';
import { useHeatSearch } from './use-heat-search.ts';

const words = text.heat;

/** What happened where on the pages of the chosen flight and time. */
export function HeatmapsPage() {
  const { flight, range, choose } = useScope();
  const { filter, setFilter } = useFilter();
  const { shown, show } = useHeatSearch();
  const scope = useMemo(() => ({ flight: flight?.id ?? '', range, filter }), [flight?.id, range, filter]);
  const { data, error } = useQuery({ ...heatPagesQuery(useApi(), scope), enabled: flight !== undefined });
  if (!flight) return <NoFlight />;
  const path = shown.path ?? data?.pages[0]?.path;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{words.title}</h1>
        {data && path !== undefined ? (
          <PagePicker pages={data.pages} path={path} onChoose={(next) => show({ path: next, behind: undefined, element: undefined })} />
        ) : data || error ? null : (
          <div className={`${styles.waiting} ${styles.picker}`} aria-hidden />
        )}
        <FilterBar flight={flight.id} filter={filter} onChange={setFilter} />
        <Link className={styles.rules} to="/rules" search={true}>
          {words.toRules}
        </Link>
      </header>
      {error ? <p role="alert">{words.failed(error.message)}</p> : null}
      {path === undefined ? (
        data ? (
          <Nothing>
            {isFiltered(filter) ? (
              <EmptyState part title={words.empty.filtered} meaning={words.empty.filteredMeaning}>
                <Button variant="default" onClick={() => setFilter({})}>
                  {words.empty.clear}
                </Button>
              </EmptyState>
            ) : (
              <EmptyState part title={words.empty.title} meaning={words.empty.meaning}>
                {range === 'all' ? null : (
                  <Button variant="default" onClick={() => choose({ range: 'all' })}>
                    {words.empty.showAll}
                  </Button>
                )}
                <FirstLook flight={flight} heading="h3" />
              </EmptyState>
            )}
          </Nothing>
        ) : (
          <div className={styles.skeleton} aria-hidden />
        )
      ) : (
        <Maps scope={scope} path={path} shown={shown} show={show} />
      )}
    </div>
  );
}

const Nothing = ({ children }: { children: ReactNode }) => <div className={styles.nothing}>{children}</div>;
